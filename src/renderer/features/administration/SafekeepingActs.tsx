import { useState } from 'react';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JobProgress } from '../jobs/index.ts';
import { useRole } from '../station/index.ts';

/** Reads everything again, copies the base now, and says how often that is done without being asked. */
export function SafekeepingActs({ everyHours }: { everyHours: number }) {
  const role = useRole();
  const verify = useCommand('safekeeping.verify');
  const snapshot = useCommand('safekeeping.snapshot');
  const job = [
    { id: verify.data?.jobId, label: 'Vérification' },
    { id: snapshot.data?.jobId, label: 'Copie de la base' },
  ];
  return (
    <Section title="Vérifier et copier">
      <div className="step-body">
        <p className="quiet">
          La vérification relit toute la base, la suite des opérations signées, chaque document et chaque
          copie.
        </p>
        {[verify.error, snapshot.error].map(
          (error) => error && <ErrorNotice key={error.code} error={error} />,
        )}
        {job.map(({ id, label }) => id !== undefined && <JobProgress key={id} id={id} label={label} />)}
        <div className="actions">
          <Button keys="Alt+O" isPending={verify.isPending} onPress={() => verify.mutate({})}>
            Tout vérifier
          </Button>
          <Button keys="Alt+K" isPending={snapshot.isPending} onPress={() => snapshot.mutate({})}>
            Copier la base maintenant
          </Button>
        </div>
        {mayCall(role, 'safekeeping.configure') && <EveryHours key={everyHours} everyHours={everyHours} />}
      </div>
    </Section>
  );
}

function EveryHours({ everyHours }: { everyHours: number }) {
  const [typed, setTyped] = useState(String(everyHours));
  const configure = useCommand('safekeeping.configure');
  const say = useSay();
  const submit = () =>
    configure.mutate({ everyHours: Number(typed) }, { onSuccess: () => say('Rythme des copies réglé.') });
  return (
    <Form className="step-body" onSubmit={submit}>
      <TextField
        label="Heures entre deux copies"
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        description="De 1 à 168. Une copie se fait aussi au verrouillage quand ce temps est passé."
      />
      {configure.error && <ErrorNotice error={configure.error} />}
      <div className="actions">
        <Button type="submit" isPending={configure.isPending} isDisabled={typed === String(everyHours)}>
          Régler
        </Button>
      </div>
    </Form>
  );
}
