import type { BlobReceipt } from '#shared/protocol/receipts.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { gathered } from '../gathered.ts';
import type { Database } from '../postgres/database.ts';

/** A file that is whole and durable, and what will be said of it. */
export interface StoredBlob {
  uploadId: string;
  receipt: BlobReceipt;
  signed: Signed;
}

export interface KeptRow {
  /** False for a file that has its row already: the same one sent by two stations at once has one receipt, the first's. */
  isKept: boolean;
  /** A beginning of it was noted, and is no more. */
  hadBegun: boolean;
}

/**
 * Rows and receipts of files that end close together are one statement and one commit. In one order at every instance, so that none waits for
 * another in turn.
 */
export function blobRows(database: Database): (blob: StoredBlob) => Promise<KeptRow> {
  return gathered(async (blobs) => {
    const rows = await database.rows(
      `WITH sent AS (SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::uuid[], $5::text[])
           AS s (upload_id, sha256, size, receipt_id, signed)),
         begun AS (SELECT upload_id FROM upload WHERE upload_id = ANY($1::text[]) ORDER BY upload_id FOR UPDATE),
         ended AS (DELETE FROM upload WHERE upload_id IN (SELECT upload_id FROM begun) RETURNING upload_id),
         stored AS (INSERT INTO blob (sha256, size, receipt_id)
           SELECT sha256, size, receipt_id FROM sent ORDER BY sha256 ON CONFLICT (sha256) DO NOTHING RETURNING receipt_id),
         kept AS (INSERT INTO receipt (receipt_id, signed)
           SELECT receipt_id, signed FROM sent JOIN stored USING (receipt_id) RETURNING receipt_id)
       SELECT receipt_id, receipt_id IN (SELECT receipt_id FROM kept) AS is_kept, upload_id IN (SELECT upload_id FROM ended) AS had_begun
       FROM sent`,
      [
        blobs.map(({ uploadId }) => uploadId),
        blobs.map(({ receipt }) => receipt.sha256),
        blobs.map(({ receipt }) => receipt.size),
        blobs.map(({ receipt }) => receipt.receiptId),
        blobs.map(({ signed }) => JSON.stringify(signed)),
      ],
    );
    const byReceipt = new Map(rows.map((row) => [row['receipt_id'], row]));
    return blobs.map(({ receipt }) => {
      const row = byReceipt.get(receipt.receiptId) ?? {};
      return { isKept: row['is_kept'] === true, hadBegun: row['had_begun'] === true };
    });
  });
}
