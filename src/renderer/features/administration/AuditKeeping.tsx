import { useState } from 'react';
import { AUDIT_MONTHS } from '#shared/contract/audit.ts';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useRole } from '../station/index.ts';

/** How long the log is kept; the head of bureau sets it, between the bounds of the CNIL. */
export function AuditKeeping({ keepMonths }: { keepMonths: number }) {
  const role = useRole();
  const [typed, setTyped] = useState(String(keepMonths));
  const configure = useCommand('audit.configure');
  const say = useSay();
  const submit = () =>
    configure.mutate(
      { keepMonths: Number(typed) },
      { onSuccess: () => say('Durée de conservation du journal réglée.') },
    );
  return (
    <Section title="Durée de conservation du journal">
      <p>
        Les lignes sont gardées {keepMonths} mois, puis purgées par blocs entiers ; l’empreinte de chaque bloc
        reste, et la chaîne se vérifie toujours.
      </p>
      {mayCall(role, 'audit.configure') && (
        <Form className="step-body" onSubmit={submit}>
          <TextField
            label="Mois"
            inputMode="numeric"
            value={typed}
            onChange={setTyped}
            description={`De ${AUDIT_MONTHS.least} à ${AUDIT_MONTHS.most} mois (CNIL, délibération 2021-122).`}
          />
          {configure.error && <ErrorNotice error={configure.error} />}
          <div className="actions">
            <Button isPending={configure.isPending} onPress={submit}>
              Régler
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
