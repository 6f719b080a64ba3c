import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useStation } from '../station/index.ts';

/** When the station locks by itself, and when it opens no more without having met its centre. */
export function KeySettingsForm({ settings }: { settings: CommandOutput<'station.keySettings'> }) {
  const [idle, setIdle] = useState(String(settings.idleMinutes));
  const [expiry, setExpiry] = useState(settings.expiryDays === null ? '' : String(settings.expiryDays));
  const configure = useCommand('station.configureKeys');
  const say = useSay();
  const submit = () =>
    configure.mutate(
      { idleMinutes: Number(idle), expiryDays: expiry.trim() === '' ? null : Number(expiry) },
      { onSuccess: () => say('Réglages du verrouillage enregistrés.') },
    );
  return (
    <Section title="Verrouillage">
      <ExpiredNotice />
      <Form className="form-grid" onSubmit={submit}>
        <TextField
          label="Minutes sans frappe ni souris avant le verrouillage"
          inputMode="numeric"
          value={idle}
          onChange={setIdle}
          description="De 1 à 120."
        />
        <TextField
          label="Jours sans joindre le centre avant le refus"
          inputMode="numeric"
          isRequired={false}
          value={expiry}
          onChange={setExpiry}
          description="De 7 à 365 ; vide : jamais. Au-delà, seul un chef de bureau ouvre le poste."
        />
        {configure.error && (
          <div className="full-width">
            <ErrorNotice error={configure.error} />
          </div>
        )}
        <div className="actions full-width">
          <Button type="submit" isPending={configure.isPending}>
            Enregistrer les réglages
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function ExpiredNotice() {
  const { expiredDays } = useStation();
  const lift = useCommand('station.liftExpiry');
  if (expiredDays === null) return null;
  return (
    <Notice
      tone="danger"
      title={`Ce poste n’a pas joint le centre depuis ${expiredDays} jours : il ne s’ouvre plus que pour un chef de bureau.`}
    >
      <div className="actions">
        <Button isPending={lift.isPending} onPress={() => lift.mutate({})}>
          Lever ce refus
        </Button>
      </div>
    </Notice>
  );
}
