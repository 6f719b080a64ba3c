import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useBlobUrl } from '../../host/useBlobUrl.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DecidedPage } from './DecidedPage.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { ForeignPagePanel } from './ForeignPagePanel.tsx';
import { PageView } from './PageView.tsx';
import type { Scan } from './scan.ts';

interface PageReviewProps {
  pageId: string;
  onNext(): void;
}

/** One page: its image with what was seen on it, and what to do about it. */
export function PageReview({ pageId, onNext }: PageReviewProps) {
  const opened = useCommandQuery('returns.open', { id: pageId });
  return <Loaded query={opened}>{(page) => <OpenedPage opened={page} onNext={onNext} />}</Loaded>;
}

interface OpenedPageProps {
  opened: CommandOutput<'returns.open'>;
  onNext(): void;
}

function OpenedPage({ opened, onNext }: OpenedPageProps) {
  const { image, page } = opened;
  const url = useBlobUrl(image?.bytes, 'image/jpeg');
  const scan = image ? { image, url } : undefined;
  return (
    <>
      <PageView scan={scan} marks={page.reading.marks} />
      <Panel opened={opened} scan={scan} onNext={onNext} />
    </>
  );
}

function Panel({ opened, scan, onNext }: OpenedPageProps & { scan: Scan | undefined }) {
  const { page, layout } = opened;
  const { registrationNumber, status } = page.reading;
  if (page.decision !== 'pending') return <DecidedPage page={page} onNext={onNext} />;
  // Only the last version of a sheet of ours can be accepted; everything else goes back to the person who sent it.
  if (status !== 'matched' || registrationNumber === undefined || layout === null)
    return <ForeignPagePanel page={page} />;
  return <DecisionPanel page={page} layout={layout} number={registrationNumber} scan={scan} />;
}
