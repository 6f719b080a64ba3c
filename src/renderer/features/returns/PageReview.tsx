import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DecidedPage } from './DecidedPage.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { ForeignPagePanel } from './ForeignPagePanel.tsx';
import { usePageImage } from './page-image.ts';
import { PageView } from './PageView.tsx';
import type { Scan } from './scan.ts';
import { useMarkTour } from './useMarkTour.ts';

interface PageReviewProps {
  pageId: string;
  /** What was decided, in a sentence. */
  onDecided(what: string): void;
  onNext(): void;
}

/** One page: its image with what was seen on it, and what to do about it. */
export function PageReview({ pageId, ...acts }: PageReviewProps) {
  const opened = useCommandQuery('returns.open', { id: pageId });
  return <Loaded query={opened}>{(page) => <OpenedPage opened={page} {...acts} />}</Loaded>;
}

interface OpenedPageProps extends Omit<PageReviewProps, 'pageId'> {
  opened: CommandOutput<'returns.open'>;
}

function OpenedPage({ opened, ...acts }: OpenedPageProps) {
  const { image, page } = opened;
  const url = usePageImage(page.id);
  const [isShown, setIsShown] = useState(image === null);
  const tour = useMarkTour(page.reading.marks, image);
  const scan = image ? { image, url, isShown } : undefined;
  return (
    <>
      <PageView scan={scan} marks={page.reading.marks} tour={tour} onShown={() => setIsShown(true)} />
      <Panel opened={opened} scan={scan} tour={tour} {...acts} />
    </>
  );
}

interface PanelProps extends OpenedPageProps {
  scan: Scan | undefined;
  tour: ReturnType<typeof useMarkTour>;
}

function Panel({ opened, scan, tour, onDecided, onNext }: PanelProps) {
  const { page, layout, sheet } = opened;
  const { registrationNumber, status } = page.reading;
  if (page.decision === 'accepted' || page.decision === 'refused')
    return <DecidedPage page={page} onNext={onNext} />;
  // Only the last version of a sheet of ours can be accepted; everything else goes back to the person who sent it.
  if (status !== 'matched' || registrationNumber === undefined || !layout || !sheet || sheet.isStale)
    return <ForeignPagePanel page={page} sheet={sheet} onDecided={onDecided} />;
  return (
    <DecisionPanel
      page={page}
      layout={layout}
      sheet={sheet}
      number={registrationNumber}
      scan={scan}
      tour={tour}
      onDecided={onDecided}
    />
  );
}
