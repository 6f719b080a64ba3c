import type { Job } from '#shared/contract/jobs.ts';
import type { RetentionSession } from '#shared/contract/privacy.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { saveFile } from '../../host/save-file.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { JobProgress } from '../jobs/index.ts';
import { PurgeForm } from './PurgeForm.tsx';
import { PurgeReports } from './PurgeReports.tsx';
import { filesWords, PHASE_WORDS } from './retention-words.ts';

const COLUMNS: TableColumn<RetentionSession>[] = [
  { id: 'session', title: 'Session', isCompact: true, render: ({ examYear }) => examYear },
  {
    id: 'phase',
    title: 'Âge',
    isCompact: true,
    render: ({ phase }) => <Badge tone={PHASE_WORDS[phase].tone}>{PHASE_WORDS[phase].label}</Badge>,
  },
  {
    id: 'until',
    title: 'Conservée jusqu’au',
    isCompact: true,
    render: ({ keptUntil }) => frenchDate(keptUntil),
  },
  { id: 'files', title: 'Dossiers', isCompact: true, render: ({ files }) => files },
  { id: 'held', title: 'Litiges', isCompact: true, render: ({ held }) => held },
  { id: 'unsent', title: 'Non reçus par le centre', isCompact: true, render: ({ unsent }) => unsent },
  {
    id: 'unconfirmed',
    title: 'Reçus, à confirmer 30 jours',
    isCompact: true,
    render: ({ unconfirmed }) => unconfirmed,
  },
  { id: 'disposable', title: 'À éliminer', isCompact: true, render: ({ disposable }) => disposable },
];

/** What is due, the list to have approved, and the destruction itself: in this order. */
export function DisposalPanel() {
  const preview = useCommandQuery('retention.preview', {});
  const purge = useCommand('retention.purge');
  const say = useSay();
  const tell = (job: Job) => {
    if (job.state === 'done') say('Dossiers éliminés ; le procès-verbal est gardé.');
  };
  return (
    <div className="step-body">
      <Loaded query={preview}>
        {({ sessions, disposable, digest }) => (
          <>
            <DueSessions sessions={sessions} disposable={disposable} />
            {disposable > 0 && (
              <PurgeForm
                key={digest}
                digest={digest}
                disposable={disposable}
                onPurge={(visa) => purge.mutate({ ...visa, digest })}
              />
            )}
          </>
        )}
      </Loaded>
      {purge.error && <ErrorNotice error={purge.error} />}
      {purge.data && (
        <JobProgress key={purge.data.jobId} id={purge.data.jobId} label="Élimination" onEnd={tell} />
      )}
      <PurgeReports />
    </div>
  );
}

function DueSessions({
  sessions,
  disposable,
}: {
  sessions: readonly RetentionSession[];
  disposable: number;
}) {
  return (
    <Section title="1. Ce qui est échu" aside={<DisposalListButton isDisabled={disposable === 0} />}>
      <DataTable
        label="Sessions"
        columns={COLUMNS}
        items={sessions}
        keyOf={({ examYear }) => String(examYear)}
        empty={<EmptyState title="Aucune inscription dans ce poste." />}
      />
      <p>
        {disposable === 0
          ? 'Rien n’est à éliminer : aucun dossier n’a atteint sa durée de conservation, ou ceux qui l’ont atteinte sont retenus.'
          : `${filesWords(disposable)} à éliminer, après le visa de l’administration des archives (code du patrimoine, article L212-2).`}
      </p>
    </Section>
  );
}

function DisposalListButton({ isDisabled }: { isDisabled: boolean }) {
  const list = useCommand('retention.disposalList');
  const say = useSay();
  return (
    <>
      {list.error && <ErrorNotice error={list.error} />}
      <Button
        keys="Ctrl+B"
        isDisabled={isDisabled}
        isPending={list.isPending}
        onPress={() =>
          list.mutate(
            {},
            {
              onSuccess: ({ fileName, mediaType, bytes }) => {
                saveFile(fileName, mediaType, [bytes]);
                say('Bordereau d’élimination enregistré.');
              },
            },
          )
        }
      >
        Bordereau d’élimination
      </Button>
    </>
  );
}
