import type { CommandOutput } from '#shared/contract/index.ts';
import type { Snapshot } from '#shared/contract/safekeeping.ts';
import { mayCall } from '#shared/rights.ts';
import { bytesWords, momentWords, safekeepingEventWords } from '#shared/sentences/safekeeping-sentences.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useRole } from '../station/index.ts';
import { BackupForm } from './BackupForm.tsx';
import { SafekeepingActs } from './SafekeepingActs.tsx';

const KINDS: Record<Snapshot['kind'], string> = {
  scheduled: 'Régulière',
  asked: 'Demandée',
  beforeMigration: 'Avant une mise à jour',
};

const COLUMNS: TableColumn<Snapshot>[] = [
  { id: 'when', title: 'Faite le', isCompact: true, render: ({ madeAtMs }) => momentWords(madeAtMs) },
  { id: 'kind', title: 'Copie', render: ({ kind }) => KINDS[kind] },
  {
    id: 'files',
    title: 'Inscriptions',
    isCompact: true,
    render: ({ counts }) => String(counts.registrations),
  },
  { id: 'size', title: 'Taille', isCompact: true, render: ({ bytes }) => bytesWords(bytes) },
];

/** What keeps the work of the station safe, what was found, and a backup that leaves the machine. */
export function SafekeepingPanel() {
  const status = useCommandQuery('safekeeping.status', {});
  return <Loaded query={status}>{(known) => <Safekeeping {...known} />}</Loaded>;
}

function Safekeeping({ everyHours, snapshots, events, lastBackupAtMs }: CommandOutput<'safekeeping.status'>) {
  const role = useRole();
  return (
    <div className="columns">
      <div className="step-body">
        {mayCall(role, 'safekeeping.backup') && <BackupForm lastBackupAtMs={lastBackupAtMs} />}
        <SafekeepingActs everyHours={everyHours} />
        <Section title="Copies de la base sur ce poste">
          <DataTable
            label="Copies de la base"
            columns={COLUMNS}
            items={snapshots}
            keyOf={({ name }) => name}
            empty={
              <EmptyState title="Aucune copie encore : la première se fait dans les prochaines heures." />
            }
          />
        </Section>
      </div>
      <Section title="Ce qui a été constaté">
        {events.length === 0 && <EmptyState title="Rien à signaler." />}
        {events.slice(0, 12).map((event, rank) => {
          const { tone, sentences } = safekeepingEventWords(event);
          return (
            <Notice key={events.length - rank} tone={tone} title={momentWords(event.atMs)}>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          );
        })}
      </Section>
    </div>
  );
}
