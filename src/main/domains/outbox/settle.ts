import type { WritableDatabase } from '#main/database/types.ts';

/** Final verdict of the centre on an op: kept for ever, and only after its receipt was stored (same transaction). */
export function settleOp(
  database: WritableDatabase,
  opId: string,
  outcome: { state: 'acknowledged' | 'refused'; verdict: string; reason: string | null; batchId: string },
): void {
  database.run(
    `UPDATE outbox_op SET state = ?, verdict = ?, reason = ?, batch_id = ? WHERE op_id = ?`,
    outcome.state,
    outcome.verdict,
    outcome.reason,
    outcome.batchId,
    opId,
  );
}

export function settleBlob(database: WritableDatabase, sha256: string): void {
  database.run(`UPDATE outbox_blob SET state = 'acknowledged', reason = NULL WHERE sha256 = ?`, sha256);
}

/** Keeps a signed receipt of the centre; the same receipt twice is one. */
export function keepReceipt(
  database: WritableDatabase,
  receipt: { id: string; subject: string; content: string; signature: Uint8Array; receivedAtMs: number },
): void {
  database.run(
    `INSERT INTO receipt (id, subject, content, signature, received_at_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    receipt.id,
    receipt.subject,
    receipt.content,
    receipt.signature,
    receipt.receivedAtMs,
  );
}
