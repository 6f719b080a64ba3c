import type { Sql } from '../postgres/database.ts';

/** `…,"signature":"<88 digits>"}` is how each stored receipt ends. */
const SIGNATURE_OF = `left(right(r.signed, 90), 88)`;

/**
 * Of these receipts, those that the centre holds by the same signature, and of which it holds what they stand for: after a restore a scan
 * may be gone although its receipt is not. Notes that the station keeps them.
 */
export async function confirmReceipts(
  sql: Sql,
  asked: readonly { receiptId: string; signature: string }[],
  nowMs: number,
): Promise<string[]> {
  const rows = await sql.rows(
    `UPDATE receipt r SET confirmed_ms = coalesce(r.confirmed_ms, $3)
     FROM unnest($1::uuid[], $2::text[]) AS asked (receipt_id, signature)
     WHERE r.receipt_id = asked.receipt_id AND ${SIGNATURE_OF} = asked.signature
       AND (EXISTS (SELECT 1 FROM op WHERE op.receipt_id = r.receipt_id)
         OR EXISTS (SELECT 1 FROM blob WHERE blob.receipt_id = r.receipt_id))
     RETURNING r.receipt_id`,
    [asked.map(({ receiptId }) => receiptId), asked.map(({ signature }) => signature), nowMs],
  );
  return rows.map((row) => String(row['receipt_id']));
}
