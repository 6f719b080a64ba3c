import { useState } from 'react';
import type { HeldFile } from '#shared/contract/privacy.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';

/** Files that a litigation keeps, whatever their age. */
export function HoldPanel() {
  const preview = useCommandQuery('retention.preview', {});
  const [released, setReleased] = useState<HeldFile>();
  const columns: TableColumn<HeldFile>[] = [
    {
      id: 'name',
      title: 'Nom et prénom',
      render: ({ birthName, givenNames }) => `${birthName} ${givenNames}`,
    },
    {
      id: 'number',
      title: 'N° inscription',
      isCompact: true,
      render: ({ registrationNumber }) => groupRegistrationNumber(registrationNumber),
    },
    { id: 'session', title: 'Session', isCompact: true, render: ({ examYear }) => examYear },
    { id: 'reason', title: 'Motif', render: ({ reason }) => reason },
    {
      id: 'release',
      title: 'Action',
      render: (file) => (
        <Button
          variant="quiet"
          label={`Mettre fin à la conservation de ${file.birthName} ${file.givenNames}`}
          onPress={() => setReleased(file)}
        >
          Mettre fin
        </Button>
      ),
    },
  ];
  return (
    <div className="step-body">
      <HoldForm />
      <Section title="Dossiers conservés pour litige">
        <Loaded query={preview}>
          {({ held }) => (
            <DataTable
              label="Dossiers conservés pour litige"
              columns={columns}
              items={held}
              keyOf={({ registrationNumber }) => registrationNumber}
              onOpen={({ registrationNumber }) => navigate({ screen: 'dossier', number: registrationNumber })}
              empty={<EmptyState title="Aucun dossier n’est conservé pour litige." />}
            />
          )}
        </Loaded>
      </Section>
      <ReleaseDialog
        key={released?.registrationNumber}
        file={released}
        onClose={() => setReleased(undefined)}
      />
    </div>
  );
}

function HoldForm() {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const hold = useCommand('retention.hold');
  const say = useSay();
  const isFilled = number.trim() !== '' && reason.trim() !== '';
  const submit = () => {
    if (!isFilled) return;
    const done = () => {
      say('Dossier conservé pour litige.');
      setNumber('');
      setReason('');
    };
    hold.mutate({ number, reason }, { onSuccess: done });
  };
  return (
    <Section title="Conserver un dossier pour un litige">
      <Form className="form-grid" onSubmit={submit}>
        <TextField label="N° inscription" inputMode="numeric" value={number} onChange={setNumber} />
        <TextField
          label="Motif"
          value={reason}
          onChange={setReason}
          description="La nature du recours, sans détail médical ni pénal."
        />
        {hold.error && (
          <div className="full-width">
            <ErrorNotice error={hold.error} />
          </div>
        )}
        <div className="actions full-width">
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isFilled}
            isPending={hold.isPending}
            onPress={submit}
          >
            Conserver
          </Button>
        </div>
      </Form>
    </Section>
  );
}
