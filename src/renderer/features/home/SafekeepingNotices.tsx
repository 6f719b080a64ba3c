import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { momentWords, safekeepingEventWords } from '#shared/sentences/safekeeping-sentences.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Notice } from '../../ui/Notice.tsx';

const WEEK_MS = 7 * 86_400_000;

/** A disk that fills; damage, missing documents, copies that failed, for a week: for whoever sits at the counter. */
export function SafekeepingNotices({ nowMs }: { nowMs: number }) {
  const { data: status } = useCommandQuery('safekeeping.status', {});
  const told = (status?.events ?? [])
    .filter(({ atMs }) => Math.abs(nowMs - atMs) < WEEK_MS)
    .map((event) => ({ event, words: safekeepingEventWords(event) }))
    .filter(({ words }) => words.tone === 'warning' || words.tone === 'danger');
  return (
    <>
      {status?.isDiskLow === true && (
        <Notice tone="warning" title="Disque presque plein">
          <p>{errorSentence({ code: 'disk-low' })}</p>
        </Notice>
      )}
      {told.slice(0, 2).map(({ event, words }) => (
        <Notice
          key={`${event.kind} ${event.atMs}`}
          tone={words.tone}
          title={`Sauvegarde, ${momentWords(event.atMs)}`}
        >
          {words.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ))}
    </>
  );
}
