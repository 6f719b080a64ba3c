import { useEffect } from 'react';
import type { StackSummary } from '#shared/contract/returned-pages.ts';
import { agreed } from '#shared/sentences/counted.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { IncompleteSheets } from './IncompleteSheets.tsx';
import { NewVersions } from './NewVersions.tsx';
import { listInput, SECOND_LOOK } from './second-look-stack.ts';
import { StackCounts } from './StackCounts.tsx';
import { pagesWords, stackName } from './stack-words.ts';

/** What came in a stack and where it stands: looked at before beginning, on the way, and at the end. */
export function StackOverview({ stackId }: { stackId: string }) {
  if (stackId === SECOND_LOOK) return <SecondLookOverview />;
  return <OneStack stackId={stackId} />;
}

function OneStack({ stackId }: { stackId: string }) {
  const summary = useCommandQuery('returns.summary', { stackId });
  return <Loaded query={summary}>{(found) => <Summary summary={found} />}</Loaded>;
}

function Summary({ summary }: { summary: StackSummary }) {
  const { id, pages, waiting, asked, readBy } = summary;
  return (
    <>
      <Section title={stackName(summary)} aside={<StackBadge summary={summary} />}>
        <p className="quiet">
          {pagesWords(pages)}
          {readBy !== null && `, ${agreed(pages, 'lue')} par ${readBy}`}
        </p>
        {pages > 0 && <ProgressBar label="Pages décidées" done={pages - waiting - asked} total={pages} />}
        <StackCounts summary={summary} />
        <StartButtons stackId={id} waiting={waiting} decided={pages - waiting} />
      </Section>
      <IncompleteSheets sheets={summary.incompleteSheets} />
      <NewVersions versions={summary.newVersions} />
    </>
  );
}

function StackBadge({ summary: { pages, waiting, asked } }: { summary: StackSummary }) {
  if (pages === 0) return <Badge tone="info">En cours de lecture</Badge>;
  if (waiting > 0) return <Badge tone="warning">{`${waiting} à traiter`}</Badge>;
  return asked > 0 ? (
    <Badge tone="info">{`${asked} à un second regard`}</Badge>
  ) : (
    <Badge tone="good">Traitée</Badge>
  );
}

function SecondLookOverview() {
  const pages = useCommandQuery('returns.list', listInput(SECOND_LOOK));
  return (
    <Loaded query={pages}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title="Aucune page n’attend un second regard." />
        ) : (
          <Section title="À un second regard">
            <p>{pagesWords(list.length)} avec une question, de toutes les piles.</p>
            <StartButtons stackId={SECOND_LOOK} waiting={list.length} decided={0} />
          </Section>
        )
      }
    </Loaded>
  );
}

interface StartButtonsProps {
  stackId: string;
  waiting: number;
  decided: number;
}

/** C begins where the worst is. Once all is decided, the pages can still be looked at. */
function StartButtons({ stackId, waiting, decided }: StartButtonsProps) {
  const pages = useCommandQuery('returns.list', listInput(stackId));
  const first = pages.data?.[0];
  const start = () => first && navigate({ screen: 'returns', stackId, pageId: first.id });
  useEffect(() => {
    // A scanner that waits for someone comes first: pages that are read meanwhile must not take the keys from it.
    if (document.activeElement?.closest('.scan-action')) return;
    document.querySelector<HTMLElement>('.stack-start button')?.focus();
  }, [first?.id]);
  return (
    <div className="actions stack-start">
      <Button
        variant={waiting > 0 ? 'primary' : 'secondary'}
        keys="C"
        isDisabled={first === undefined}
        onPress={start}
      >
        {waiting === 0 && decided > 0 ? 'Revoir les pages' : decided > 0 ? 'Continuer' : 'Commencer'}
      </Button>
      <Button keys="Alt+ArrowLeft" onPress={() => navigate({ screen: 'returns' })}>
        Toutes les piles
      </Button>
    </div>
  );
}
