import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { DecidedPage } from './DecidedPage.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { ForeignPagePanel } from './ForeignPagePanel.tsx';
import { PageView } from './PageView.tsx';

type OpenedPage = CommandOutput<'returns.open'>;

/** One page: its image with what was seen on it, and what to do about it. */
export function PageReview({ pageId, onNext }: { pageId: string; onNext(): void }) {
  const opened = useCommandQuery('returns.open', { id: pageId });
  return (
    <Loaded query={opened}>
      {(page) => (
        <>
          <PageView image={page.image} marks={page.page.reading.marks} />
          <Panel opened={page} onNext={onNext} />
        </>
      )}
    </Loaded>
  );
}

function Panel({ opened, onNext }: { opened: OpenedPage; onNext(): void }) {
  const { page } = opened;
  const { registrationNumber, status } = page.reading;
  if (page.decision !== 'pending') return <DecidedPage page={page} onNext={onNext} />;
  // Only the last version of a sheet of ours can be accepted; everything else goes back to the person who sent it.
  if (status !== 'matched' || registrationNumber === undefined || opened.layout === null)
    return <ForeignPagePanel page={page} />;
  return <DecisionPanel page={page} layout={opened.layout} number={registrationNumber} />;
}
