import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { ParsedInput } from '#shared/contract/index.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { bytesOf, textOf } from '#main/database/columns.ts';
import type { Row } from '#main/database/types.ts';
import { CSV_MARK, csvLine, harmlessText } from '#main/domains/lists/index.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { savedName } from '#main/domains/station/index.ts';
import { entryRows, toEntry } from './audit-queries.ts';
import { chainEnd } from './entry-chain.ts';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;
const HEADS = [
  'N°',
  'Date',
  'Agent',
  'Identifiant de l’agent',
  'Opération',
  'Référence',
  'Issue',
  'Empreinte',
];

/** The entries asked for, and the station's signature over the file, its count and where the whole chain stood. */
export function exportEntries(
  { database, clock }: StationContext,
  { format, ...filters }: ParsedInput<'audit.export'>,
  timeZone: string,
) {
  const lines: string[] = format === 'csv' ? [CSV_MARK + csvLine(HEADS)] : [];
  let count = 0;
  for (const row of entryRows(database, filters, timeZone)) {
    lines.push(format === 'csv' ? csvOf(row, timeZone) : `${JSON.stringify(recordOf(row))}\n`);
    count += 1;
  }
  const bytes = new Uint8Array(Buffer.from(lines.join('')));
  const moment = localMinute(clock.nowMs(), timeZone).replaceAll(/[-:]/g, '');
  const fileName = savedName(database, `journal-${moment}.${format}`);
  const station = database.get('SELECT * FROM station WHERE id = 1') ?? {};
  const end = chainEnd(database);
  const statement = canonicalBytes({
    schema: 1,
    kind: 'audit-export',
    stationId: textOf(station, 'station_id'),
    fileName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    count,
    filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    chain: { entries: end.id, hash: Buffer.from(end.hash).toString('hex') },
    atMs: clock.nowMs(),
  });
  const key = { key: Buffer.from(bytesOf(station, 'signing_key')), format: 'der', type: 'pkcs8' } as const;
  const signed = JSON.stringify({
    statement: statement.toString('utf8'),
    signature: sign(null, statement, createPrivateKey(key)).toString('base64'),
    publicKey: Buffer.from(bytesOf(station, 'signing_public_key')).toString('base64'),
  });
  return {
    file: { fileName, mediaType: MEDIA_TYPES[format], bytes },
    signature: {
      fileName: `${fileName}.sig.json`,
      mediaType: 'application/json',
      bytes: new Uint8Array(Buffer.from(`${signed}\n`)),
    },
    count,
  };
}

function recordOf(row: Row) {
  return { ...toEntry(row), hash: hashOf(row) };
}

function csvOf(row: Row, timeZone: string): string {
  const { id, atMs, clerkName, clerkId, operation, reference, outcome } = toEntry(row);
  const cells = [
    String(id),
    localMinute(atMs, timeZone),
    clerkName ?? '',
    clerkId,
    operation,
    reference ?? '',
    outcome,
    hashOf(row),
  ];
  return csvLine(cells.map(harmlessText));
}

function hashOf(row: Row): string {
  return Buffer.from(bytesOf(row, 'hash')).toString('hex');
}
