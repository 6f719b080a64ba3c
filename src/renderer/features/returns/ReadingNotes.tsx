import type { PageReading } from '#shared/contract/page-reading.ts';
import { READING_SENTENCES } from '#shared/sentences/reading-sentences.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Why the page came first, in sentences. */
export function ReadingNotes({ reading }: { reading: PageReading }) {
  // Missing pages are told with the sheet, by their numbers.
  const codes = [...new Set([...reading.reasons, ...reading.warnings])].filter(
    (code) => code !== 'page-missing',
  );
  if (codes.length === 0) return null;
  return (
    <Notice tone={reading.needsReview ? 'warning' : 'info'}>
      <ul className="plain-list">
        {codes.map((code) => (
          <li key={code}>{READING_SENTENCES[code]}</li>
        ))}
      </ul>
    </Notice>
  );
}
