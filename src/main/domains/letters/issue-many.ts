import type { LetterBatchResult, LetterKind } from '#shared/contract/letters.ts';
import { GuichetError } from '#shared/errors.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import type { StationContext } from '#main/context.ts';
import type { PrintedPage } from '#main/documents/page-content.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { newId } from '#main/new-id.ts';
import { issueLetter, type LetterOrder } from './issue-letter.ts';
import { insertBatch } from './letter-store.ts';

/**
 * One letter after the other, each archived in its file as soon as it is written; then all of them in one PDF for the printer. A file that
 * may not have the letter says why and stops no other. Stopped by hand, what was written stays, with its PDF.
 */
export async function issueMany(
  context: StationContext,
  reference: Reference,
  { numbers, ...order }: { numbers: readonly string[] } & Omit<LetterOrder, 'number'>,
  { signal, report }: JobHandle,
): Promise<LetterBatchResult> {
  const { onWholeSheets } = await import('#main/documents/letter/index.ts');
  const distinct = [...new Set(numbers)];
  const pages: PrintedPage[] = [];
  const outcome: LetterBatchResult = { batchId: null, issued: [], refused: [] };
  for (const [index, number] of distinct.entries()) {
    if (signal.aborted) break;
    try {
      const issued = await issueLetter(context, reference, { ...order, number });
      pages.push(...onWholeSheets(issued.pages));
      outcome.issued.push(issued.letter.registrationNumber);
    } catch (error) {
      if (!(error instanceof GuichetError)) throw error;
      outcome.refused.push({ number, code: error.code, detail: { ...error.detail } });
    }
    report({ done: index + 1, total: distinct.length, label: number });
  }
  if (pages.length === 0) return outcome;
  return { ...outcome, batchId: await keepBatch(context, order.kind, outcome.issued.length, pages) };
}

async function keepBatch(
  { database, files, clock, agent }: StationContext,
  kind: LetterKind,
  letterCount: number,
  pages: PrintedPage[],
): Promise<string> {
  const { renderPages } = await import('#main/documents/letter/index.ts');
  const issuedAtMs = clock.nowMs();
  const pdf = await renderPages(pages, { title: `${LETTER_LABELS[kind]} (${letterCount})`, issuedAtMs });
  const file = files.put(pdf, 'application/pdf');
  const id = newId();
  insertBatch(database, { id, kind, letterCount, fileId: file.id, issuedAtMs, issuedBy: agent.name });
  return id;
}
