import type { Slip } from '#shared/contract/portfolios.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import type { StoredRegistration } from '#main/domains/registrations/index.ts';

export interface StoredSlip extends Slip {
  rank: number;
  fileId: string;
}

/** Newest first. */
export function slipsOf(database: ReadableDatabase): StoredSlip[] {
  return database.all('SELECT * FROM transmittal_slip ORDER BY rank DESC').map(toSlip);
}

/** Throws `unknown-slip`. */
export function getSlip(database: ReadableDatabase, id: string): StoredSlip {
  const row = database.get('SELECT * FROM transmittal_slip WHERE id = ?', id);
  if (!row) throw new GuichetError('unknown-slip');
  return toSlip(row);
}

export function nextSlipRank(database: ReadableDatabase): number {
  return numberOf(
    database.get('SELECT coalesce(max(rank), 0) + 1 AS next FROM transmittal_slip') ?? {},
    'next',
  );
}

/** The primary key of the entries keeps a version from going twice. */
export function insertSlip(
  database: WritableDatabase,
  slip: Omit<StoredSlip, 'fileName'>,
  registrations: readonly StoredRegistration[],
): void {
  database.run(
    `INSERT INTO transmittal_slip (id, rank, slip_number, campaign_id, portfolio_id, portfolio_title, entry_count, file_id, issued_at_ms, issued_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    slip.id,
    slip.rank,
    slip.slipNumber,
    slip.campaignId,
    slip.portfolioId,
    slip.portfolioTitle,
    slip.entryCount,
    slip.fileId,
    slip.issuedAtMs,
    slip.issuedBy,
  );
  for (const { id, version } of registrations) {
    database.run(
      'INSERT INTO transmittal_slip_entry (registration_id, version, slip_id) VALUES (?, ?, ?)',
      id,
      version,
      slip.id,
    );
  }
}

function toSlip(row: Row): StoredSlip {
  const slipNumber = textOf(row, 'slip_number');
  return {
    id: textOf(row, 'id'),
    rank: numberOf(row, 'rank'),
    slipNumber,
    campaignId: textOf(row, 'campaign_id'),
    portfolioId: textOf(row, 'portfolio_id'),
    portfolioTitle: textOf(row, 'portfolio_title'),
    entryCount: numberOf(row, 'entry_count'),
    fileName: `bordereau-${slipNumber}.pdf`,
    issuedAtMs: numberOf(row, 'issued_at_ms'),
    issuedBy: textOf(row, 'issued_by'),
    fileId: textOf(row, 'file_id'),
  };
}
