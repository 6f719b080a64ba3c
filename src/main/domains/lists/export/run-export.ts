import { assertNever } from '#shared/assert-never.ts';
import type { ExportFormat, ListSort } from '#shared/contract/lists.ts';
import { GuichetError } from '#shared/errors.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { pageOfIds } from '../list-page.ts';
import { sumOf, totalsOf } from '../list-totals.ts';
import type { Where } from '../list-where.ts';
import type { ChunkChannel } from './chunk-channel.ts';
import { createCsvWriter } from './csv-writer.ts';
import { EXCHANGE_COLUMNS } from './exchange-columns.ts';
import { exportRowsOf } from './export-row.ts';
import { frenchColumns, type ExportNames } from './french-columns.ts';
import type { ListWriter } from './list-writer.ts';
import { createXlsxWriter } from './xlsx-writer.ts';

/** Files written before others get their turn: a clerk who types must not feel that a list is being written. */
const AT_ONCE = 200;

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  exchange: 'text/csv',
};

export interface ExportQuery {
  where: Where;
  sort: ListSort;
  format: ExportFormat;
}

/** Writes the whole list into the channel, a page at a time. Returns how many files it wrote. */
export async function runExport(
  { database, reference, names }: { database: ReadableDatabase; reference: Reference; names: ExportNames },
  { where, sort, format }: ExportQuery,
  channel: ChunkChannel,
  { signal, report }: JobHandle,
): Promise<{ count: number }> {
  const writer = createWriter(format, names);
  const total = sumOf(totalsOf(database, where));
  let count = 0;
  let cursor: string | null = null;
  await channel.give(writer.begin(), signal);
  do {
    const page = pageOfIds(database, { where, sort, size: AT_ONCE, cursor: cursor ?? undefined });
    await channel.give(writer.rows(exportRowsOf(database, reference, page.rowIds)), signal);
    if (signal.aborted) throw new GuichetError('cancelled');
    count += page.rowIds.length;
    report({ done: count, total, label: `${count} sur ${total}` });
    cursor = page.nextCursor;
  } while (cursor !== null);
  await channel.give(writer.end(), signal);
  return { count };
}

function createWriter(format: ExportFormat, names: ExportNames): ListWriter {
  switch (format) {
    case 'csv':
      return createCsvWriter(frenchColumns(names), { isForSpreadsheets: true });
    case 'xlsx':
      return createXlsxWriter(frenchColumns(names));
    case 'exchange':
      return createCsvWriter(EXCHANGE_COLUMNS, { isForSpreadsheets: false });
    default:
      return assertNever(format);
  }
}
