import { useEffect, useRef } from 'react';
import type { PageLine } from '#shared/contract/returned-pages.ts';
import { formatRoute } from '../../host/route.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { around } from './page-order.ts';
import { DECISION_WORDS, STATUS_WORDS } from './reading-words.ts';

/** Links at once. More is a wall to who goes through it with Tab, and slow to draw. */
const MOST_SHOWN = 40;

interface PageQueueProps {
  pages: readonly PageLine[];
  currentId: string;
  stackId: string;
  waiting: number;
}

/** Worst first among those that wait; what is decided sinks to the end. */
export function PageQueue({ pages, currentId, stackId, waiting }: PageQueueProps) {
  const list = useRef<HTMLOListElement>(null);
  const { shown, before, after } = around(pages, currentId, MOST_SHOWN);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId, pages]);
  return (
    <nav className="queue" aria-label="Pages">
      <p className="queue-head">
        {waiting} à traiter <KeyHint keys="J" /> <KeyHint keys="K" />
      </p>
      {before > 0 && <p className="quiet">{before} avant</p>}
      <ol className="plain-list queue-list" ref={list} start={before + 1}>
        {shown.map((page) => (
          <li key={page.id}>
            <a
              className="queue-item"
              href={formatRoute({ screen: 'returns', stackId, pageId: page.id })}
              aria-current={page.id === currentId ? 'true' : undefined}
            >
              <span className="queue-name">{page.name ?? page.file}</span>
              <span className="queue-marks">
                <PageState page={page} />
              </span>
            </a>
          </li>
        ))}
      </ol>
      {after > 0 && <p className="quiet">{after} après</p>}
    </nav>
  );
}

function PageState({ page }: { page: PageLine }) {
  if (page.decision !== 'pending') {
    const { tone, label } = DECISION_WORDS[page.decision];
    return <Badge tone={tone}>{label}</Badge>;
  }
  const { tone, label } = stateOf(page);
  const facts = [
    ...(page.sheetPage === null ? [] : [`p. ${page.sheetPage}`]),
    ...(page.redMarks > 0 ? [`${page.redMarks} rouge`] : []),
    ...(page.unattachedMarks > 0 ? [`${page.unattachedMarks} hors`] : []),
  ];
  return (
    <>
      <Badge tone={tone}>{label}</Badge> <span className="quiet">{facts.join(' · ')}</span>
    </>
  );
}

function stateOf(page: PageLine): { tone: Tone; label: string } {
  const { status, isPlain, lacksSignature, needsReview, unattachedMarks, redMarks } = page;
  if (isPlain) return { tone: 'good', label: 'Nette' };
  if (status !== 'matched') return STATUS_WORDS[status];
  if (lacksSignature) return { tone: 'danger', label: 'Non signée' };
  if (needsReview || unattachedMarks > 0) return { tone: 'warning', label: 'À voir' };
  return redMarks > 0 ? { tone: 'warning', label: 'Rouge' } : STATUS_WORDS.matched;
}
