import { z } from 'zod';
import type { BlobReceipt } from '#shared/protocol/receipts.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { gathered } from '../gathered.ts';
import type { Database } from '../postgres/database.ts';

/** A file that is whole and durable, and what will be said of it. */
export interface StoredBlob {
  uploadId: string;
  receipt: BlobReceipt;
  signed: Signed;
  /** Who sent it, with which key in use; null for a file that came on a USB key. */
  sender: { stationId: string; publicKey: string } | null;
}

export interface KeptRow {
  /** Its sender is suspended, or has another key, at the moment of writing: nothing was written. */
  refusal: 'station-suspended' | 'bad-request-signature' | null;
  /** False for a file that has its row already: the same one sent by two stations at once has one receipt, the first's. */
  isKept: boolean;
  /** A beginning of it was noted, and is no more. */
  hadBegun: boolean;
}

const keptRow = z.object({
  refusal: z.enum(['station-suspended', 'bad-request-signature']).nullable(),
  is_kept: z.boolean(),
  had_begun: z.boolean(),
});

/**
 * Rows and receipts of files that end close together are one statement and one commit. In one order at every instance, so that none waits for
 * another in turn.
 */
export function blobRows(database: Database): (blob: StoredBlob) => Promise<KeptRow> {
  return gathered(async (blobs) => {
    const rows = await database.rows(
      `WITH given AS (SELECT s.*, CASE WHEN t.suspended_for IS NOT NULL THEN 'station-suspended'
             WHEN t.public_key <> s.public_key THEN 'bad-request-signature' END AS refusal
           FROM unnest($1::text[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::uuid[], $7::text[])
             AS s (upload_id, sha256, size, receipt_id, signed, station_id, public_key) LEFT JOIN station t USING (station_id)),
         sent AS (SELECT * FROM given WHERE refusal IS NULL),
         begun AS (SELECT upload_id FROM upload
           WHERE upload_id = ANY($1::text[]) AND upload_id IN (SELECT upload_id FROM sent) ORDER BY upload_id FOR UPDATE),
         ended AS (DELETE FROM upload WHERE upload_id IN (SELECT upload_id FROM begun) RETURNING upload_id),
         stored AS (INSERT INTO blob (sha256, size, receipt_id)
           SELECT sha256, size, receipt_id FROM sent ORDER BY sha256 ON CONFLICT (sha256) DO NOTHING RETURNING receipt_id),
         kept AS (INSERT INTO receipt (receipt_id, signed)
           SELECT receipt_id, signed FROM sent JOIN stored USING (receipt_id) RETURNING receipt_id)
       SELECT receipt_id, refusal, receipt_id IN (SELECT receipt_id FROM kept) AS is_kept,
         upload_id IN (SELECT upload_id FROM ended) AS had_begun
       FROM given`,
      [
        blobs.map(({ uploadId }) => uploadId),
        blobs.map(({ receipt }) => receipt.sha256),
        blobs.map(({ receipt }) => receipt.size),
        blobs.map(({ receipt }) => receipt.receiptId),
        blobs.map(({ signed }) => JSON.stringify(signed)),
        blobs.map(({ sender }) => sender?.stationId ?? null),
        blobs.map(({ sender }) => sender?.publicKey ?? null),
      ],
    );
    const byReceipt = new Map(rows.map((row) => [row['receipt_id'], row]));
    return blobs.map(({ receipt }) => {
      const row = keptRow.parse(byReceipt.get(receipt.receiptId));
      return { refusal: row.refusal, isKept: row.is_kept, hadBegun: row.had_begun };
    });
  });
}
