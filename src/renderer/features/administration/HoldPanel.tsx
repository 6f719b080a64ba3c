import { useState } from 'react';
import type { HeldFile } from '#shared/contract/privacy.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { HoldForm } from './HoldForm.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';

/** Files that a litigation keeps, whatever their age. */
export function HoldPanel() {
  const preview = useCommandQuery('retention.preview', {});
  const [released, setReleased] = useState<HeldFile>();
  const columns = columnsFor(setReleased);
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

function columnsFor(release: (file: HeldFile) => void): TableColumn<HeldFile>[] {
  return [
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
          onPress={() => release(file)}
        >
          Mettre fin
        </Button>
      ),
    },
  ];
}
