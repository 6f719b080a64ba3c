import { useState } from 'react';
import { WORKLIST_FILTERS, type WorklistFile, type WorklistFilter } from '#shared/contract/pieces.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { PieceChecklist } from './PieceChecklist.tsx';
import { WorklistQueue } from './WorklistQueue.tsx';

const FILTERS: Record<WorklistFilter, { label: string; nothing: string }> = {
  toControl: { label: 'À contrôler', nothing: 'Aucune pièce déposée n’attend un contrôle.' },
  rejected: { label: 'Non conformes', nothing: 'Aucune pièce refusée n’est à remplacer.' },
  r408: { label: 'R.408 manquante', nothing: 'Aucune attestation R.408 ne manque.' },
};

/** Files that wait for a control, one after the other: the list on the left, the open one's pieces on the right. */
export function PiecesScreen({ number }: { number: string | undefined }) {
  const [filter, setFilter] = useState<WorklistFilter>('toControl');
  const worklist = useCommandQuery('pieces.worklist', { filter }, { keepPrevious: true });
  const counts = worklist.data?.counts;
  return (
    <div className="page page-wide">
      <PageHeader title="Pièces" subtitle="« Complet » veut dire contrôlé : c’est vous qui le dites." />
      <RadioGroup
        label="Dossiers"
        options={WORKLIST_FILTERS.map((value) => ({
          value,
          label: `${FILTERS[value].label}${counts ? ` (${counts[value]})` : ''}`,
        }))}
        value={filter}
        onChange={(value) => setFilter(WORKLIST_FILTERS.find((one) => one === value) ?? 'toControl')}
      />
      <Loaded query={worklist}>
        {({ files }) => (
          <Worklist key={filter} files={files} number={number} nothing={FILTERS[filter].nothing} />
        )}
      </Loaded>
    </div>
  );
}

interface WorklistProps {
  files: readonly WorklistFile[];
  number: string | undefined;
  nothing: string;
}

function Worklist({ files, number, nothing }: WorklistProps) {
  // The file stays open when its last piece is noted and it leaves the list: one sees what was done, then goes on.
  const [opened, setOpened] = useState(number ?? files[0]?.registrationNumber);
  const open = (next: string) => {
    setOpened(next);
    navigate({ screen: 'pieces', number: next });
  };
  if (opened === undefined)
    return (
      <EmptyState title={nothing}>
        <p>Une pièce apportée se note dans son dossier (F3), onglet Pièces.</p>
      </EmptyState>
    );
  return (
    <div className="worklist">
      <WorklistQueue files={files} opened={opened} onOpen={open} nothing={nothing} />
      <div className="step-body">
        <div className="actions">
          <Button keys="O" onPress={() => navigate({ screen: 'dossier', number: opened })}>
            Ouvrir le dossier
          </Button>
        </div>
        <PieceChecklist number={opened} />
      </div>
    </div>
  );
}
