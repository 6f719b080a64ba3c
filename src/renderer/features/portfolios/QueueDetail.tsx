import type { CommandOutput } from '#shared/contract/index.ts';
import type { ReadyFile } from '#shared/contract/portfolios.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { SlipPreview } from './SlipPreview.tsx';

const COLUMNS: TableColumn<ReadyFile>[] = [
  { id: 'name', title: 'Nom', render: (file) => <strong>{`${file.birthName} ${file.givenNames}`}</strong> },
  {
    id: 'number',
    title: 'N° inscription',
    isCompact: true,
    render: ({ registrationNumber, version }) =>
      `${groupRegistrationNumber(registrationNumber)} · v${formatVersion(version)}`,
  },
  {
    id: 'specialty',
    title: 'Spécialité',
    render: ({ exam, specialtyLabel }) => `${EXAM_SHORT_LABELS[exam]} ${specialtyLabel}`,
  },
  {
    id: 'missing',
    title: 'Pièces attendues',
    render: ({ missing }) => (missing.length === 0 ? 'aucune' : missing.join(', ')),
  },
];

type Queue = CommandOutput<'portfolios.queue'>;

interface QueueDetailProps {
  campaignId: string;
  portfolioId: string;
}

/** What the next slip would hold, in the order of the paper; one key makes it. */
export function QueueDetail({ campaignId, portfolioId }: QueueDetailProps) {
  const queue = useCommandQuery('portfolios.queue', { campaignId, portfolioId });
  const make = useCommand('portfolios.makeSlip');
  const say = useSay();
  const makeSlip = () =>
    make.mutate(
      { campaignId, portfolioId },
      {
        onSuccess: ({ slipNumber, entryCount }) =>
          say(`Bordereau ${slipNumber} établi : ${counted(entryCount, 'dossier')}.`),
      },
    );
  return (
    <div className="page">
      <Loaded query={queue}>
        {(found) => (
          <>
            <QueueHeader queue={found} isPending={make.isPending} onMake={makeSlip} />
            {make.error && <ErrorNotice error={make.error} />}
            {make.data && <SlipPreview id={make.data.id} />}
            <ReadyFiles ready={found.ready} />
          </>
        )}
      </Loaded>
    </div>
  );
}

interface QueueHeaderProps {
  queue: Queue;
  isPending: boolean;
  onMake(): void;
}

function QueueHeader({ queue, isPending, onMake }: QueueHeaderProps) {
  const { desk, campaignTitle, counts, ready } = queue;
  return (
    <PageHeader
      title={desk.title}
      subtitle={`${campaignTitle} · ${counts.awaiting} en attente de confirmation · ${counts.transmitted} transmis`}
      actions={
        <>
          <Button keys="Alt+ArrowLeft" onPress={() => navigate({ screen: 'portfolios' })}>
            Tous les portefeuilles
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={ready.length === 0}
            isPending={isPending}
            onPress={onMake}
          >
            Établir le bordereau
          </Button>
        </>
      }
    />
  );
}

function ReadyFiles({ ready }: Pick<Queue, 'ready'>) {
  return (
    <Section title={`Prêts à transmettre : ${ready.length}`}>
      <DataTable
        label="Dossiers prêts"
        columns={COLUMNS}
        items={ready}
        keyOf={({ registrationNumber }) => registrationNumber}
        onOpen={({ registrationNumber }) => navigate({ screen: 'dossier', number: registrationNumber })}
        empty={
          <EmptyState title="Aucun dossier prêt : il faut une confirmation signée, pas encore transmise." />
        }
      />
    </Section>
  );
}
