import type { PageLine } from '#shared/contract/returned-pages.ts';
import { counted } from '#shared/sentences/counted.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { isWaiting, neighbourOf, nextToDecide } from './page-order.ts';
import { PageQueue } from './PageQueue.tsx';
import { PageReview } from './PageReview.tsx';
import { listInput, SECOND_LOOK } from './second-look-stack.ts';
import { remainingWords } from './stack-words.ts';
import { usePrefetchedPage } from './usePrefetchedPage.ts';

interface StackReviewProps {
  stackId: string;
  pageId: string;
}

/** The pages of a stack one by one, from the worst: after each decision the next opens by itself. */
export function StackReview({ stackId, pageId }: StackReviewProps) {
  const pages = useCommandQuery('returns.list', listInput(stackId));
  return (
    <Loaded query={pages}>
      {(list) => <Review key={stackId} pages={list} stackId={stackId} pageId={pageId} />}
    </Loaded>
  );
}

function Review({ pages, stackId, pageId }: StackReviewProps & { pages: readonly PageLine[] }) {
  const say = useSay();
  const isOfThisList = isWaiting(stackId === SECOND_LOOK ? 'asked' : 'pending');
  const waiting = pages.filter(isOfThisList);
  const next = nextToDecide(pages, pageId, isOfThisList);
  usePrefetchedPage(next);
  const open = (page: PageLine | undefined) =>
    page && navigate({ screen: 'returns', stackId, pageId: page.id });
  const summary = () => navigate({ screen: 'returns', stackId });
  useShortcut({ keys: 'J', label: 'Page suivante', repeats: true }, () =>
    open(neighbourOf(pages, pageId, 1)),
  );
  useShortcut({ keys: 'K', label: 'Page précédente', repeats: true }, () =>
    open(neighbourOf(pages, pageId, -1)),
  );
  /** The list may not know yet what was just decided: the page itself is left out of what remains. */
  const decided = (what: string) => {
    say(`${what} ${remainingWords(waiting.filter(({ id }) => id !== pageId).length)}`);
    if (next) open(next);
    else summary();
  };
  const isDecided = pages.every((page) => page.id !== pageId || !isOfThisList(page));
  return (
    <>
      <ReviewBar stackId={stackId} pages={pages} waiting={waiting.length} onSummary={summary} />
      {pages.length === 0 ? (
        <EmptyState title="Aucune page n’attend un second regard." />
      ) : (
        <div className="review">
          <PageReview
            key={pageId}
            pageId={pageId}
            onDecided={decided}
            onNext={() => (isDecided && next ? open(next) : open(neighbourOf(pages, pageId, 1)))}
          />
          <PageQueue pages={pages} currentId={pageId} stackId={stackId} waiting={waiting.length} />
        </div>
      )}
    </>
  );
}

interface ReviewBarProps {
  stackId: string;
  pages: readonly PageLine[];
  waiting: number;
  onSummary(): void;
}

/** How far the stack is, on one line: the scan needs the rest of the screen. */
function ReviewBar({ stackId, pages, waiting, onSummary }: ReviewBarProps) {
  const count = (decision: PageLine['decision']) => pages.filter((page) => page.decision === decision).length;
  const asked = count('asked');
  return (
    <header className="review-bar">
      <h1>{stackId === SECOND_LOOK ? 'Second regard' : 'Retours'}</h1>
      <p className="review-progress">
        <strong>{waiting} à traiter</strong>
        {stackId !== SECOND_LOOK && (
          <>
            {' '}
            sur {pages.length} · {counted(count('accepted'), 'acceptée')} ·{' '}
            {counted(count('refused'), 'refusée')}
            {asked > 0 && ` · ${asked} à un second regard`}
          </>
        )}
      </p>
      <Button keys="S" onPress={onSummary}>
        Résumé de la pile
      </Button>
    </header>
  );
}
