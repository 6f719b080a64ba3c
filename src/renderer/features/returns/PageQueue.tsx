import type { ReturnedPage } from '#shared/contract/returns.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { formatRoute } from '../../host/route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { DECISION_WORDS, STATUS_WORDS } from './reading-words.ts';

/** Worst first among those that wait; what is decided sinks to the end. */
export function PageQueue({ pages, currentId }: { pages: readonly ReturnedPage[]; currentId: string }) {
  const waiting = pages.filter((page) => page.decision === 'pending').length;
  return (
    <nav className="queue" aria-label="Pages">
      <p className="queue-head">
        {waiting} à traiter sur {pages.length} <KeyHint keys="J" /> <KeyHint keys="K" />
      </p>
      <ol className="plain-list queue-list">
        {pages.map((page) => (
          <li key={page.id}>
            <a
              className="queue-item"
              href={formatRoute({ screen: 'returns', pageId: page.id })}
              aria-current={page.id === currentId ? 'true' : undefined}
            >
              <span className="queue-name">
                {page.reading.registrationNumber
                  ? groupRegistrationNumber(page.reading.registrationNumber)
                  : page.reading.file}
              </span>
              <span className="queue-marks">{summaryOf(page)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function summaryOf({ decision, reading }: ReturnedPage) {
  if (decision !== 'pending')
    return <Badge tone={DECISION_WORDS[decision].tone}>{DECISION_WORDS[decision].label}</Badge>;
  const status = STATUS_WORDS[reading.status];
  const reds = reading.marks.filter((mark) => mark.ink === 'red').length;
  return (
    <>
      <Badge tone={reading.needsReview && status.tone === 'good' ? 'warning' : status.tone}>
        {reading.needsReview && status.tone === 'good' ? 'À voir' : status.label}
      </Badge>{' '}
      <span className="quiet">
        p. {reading.sheetPage ?? '?'}
        {reds > 0 && ` · ${reds} en rouge`}
      </span>
    </>
  );
}
