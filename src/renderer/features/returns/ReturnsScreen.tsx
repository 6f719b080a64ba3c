import type { ReturnedPage } from '#shared/contract/returns.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { JobProgress } from '../jobs/index.ts';
import { neighbourOf } from './neighbour.ts';
import { PageQueue } from './PageQueue.tsx';
import { PageReview } from './PageReview.tsx';
import { StackArrivalProvider } from './StackArrival.tsx';
import { useStackReading } from './useStackReading.ts';

/** Signed sheets come back: read by the machine, decided by a person, the doubtful ones first. */
export function ReturnsScreen({ pageId }: { pageId: string | undefined }) {
  const stack = useStackReading();
  const pages = useCommandQuery('returns.list', {});
  return (
    <div className="page page-wide">
      <PageHeader
        title="Retours"
        subtitle="Le programme propose, vous décidez."
        actions={
          <FilePicker
            label="Lire des numérisations"
            keys="Alt+O"
            hint="JPEG, PNG, TIFF ou PDF ; une pile entière peut être déposée ici."
            accept="image/jpeg,image/png,image/tiff,application/pdf"
            isMultiple
            onPick={(files) => void stack.read(files)}
          />
        }
      />
      {stack.error && <ErrorNotice error={stack.error} />}
      {stack.jobIds.map((jobId) => (
        <JobProgress key={jobId} id={jobId} label="Lecture" />
      ))}
      <StackArrivalProvider>
        <Loaded query={pages}>{(list) => <Review pages={list} pageId={pageId} />}</Loaded>
      </StackArrivalProvider>
    </div>
  );
}

function Review({ pages, pageId }: { pages: readonly ReturnedPage[]; pageId: string | undefined }) {
  const current = pages.find((page) => page.id === pageId) ?? pages[0];
  const go = (by: number) => {
    const next = neighbourOf(pages, current?.id, by);
    if (next) navigate({ screen: 'returns', pageId: next.id });
  };
  useShortcut({ keys: 'J', label: 'Page suivante' }, () => go(1));
  useShortcut({ keys: 'K', label: 'Page précédente' }, () => go(-1));
  useShortcut({ keys: 'ArrowDown', label: 'Page suivante (flèche)' }, () => go(1));
  useShortcut({ keys: 'ArrowUp', label: 'Page précédente (flèche)' }, () => go(-1));
  if (!current)
    return <EmptyState title="Aucun retour. Numérisez les confirmations signées, puis lisez les fichiers." />;
  return (
    <div className="review">
      <PageQueue pages={pages} currentId={current.id} />
      <PageReview key={current.id} pageId={current.id} onNext={() => go(1)} />
    </div>
  );
}
