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

export function settleBlob(database: WritableDatabase, sha256: string, receiptId: string): void {
  database.run(
    `UPDATE outbox_blob SET state = 'acknowledged', reason = NULL, receipt_id = ? WHERE sha256 = ?`,
    receiptId,
    sha256,
  );
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

/** The centre keeps the op until what it builds on arrives: it stays pending here, with the reason for the clerk. */
export function noteHeld(
  database: WritableDatabase,
  opId: string,
  verdict: string,
  reason: string | null,
): void {
  database.run(
    `UPDATE outbox_op SET verdict = ?, reason = ? WHERE op_id = ? AND state = 'pending'`,
    verdict,
    reason,
    opId,
  );
}

/** A proposal of this station that a person decided: the centre has it, and nothing is left to do. */
export function settleDecided(database: WritableDatabase, opIds: readonly string[]): void {
  for (const opId of opIds)
    database.run(
      `UPDATE outbox_op SET state = 'acknowledged' WHERE op_id = ? AND state = 'refused' AND verdict = 'conflict'`,
      opId,
    );
}

/** A person says what was done about a refusal. False when there is none that waits for one; proposals between counters are decided. */
export function dismissOp(
  database: WritableDatabase,
  opId: string,
  dismissal: { reason: string; by: string; atMs: number },
): boolean {
  const { reason, by, atMs } = dismissal;
  return (
    database.run(
      `UPDATE outbox_op SET dismissed_reason = sealed(?, op_id), dismissed_by = ?, dismissed_at_ms = ?
       WHERE op_id = ? AND state = 'refused' AND verdict <> 'conflict' AND dismissed_at_ms IS NULL`,
      reason,
      by,
      atMs,
      opId,
    ) > 0
  );
}

/** The centre lost what it had answered (restored from a backup): it will be sent again, and judged again. */
export function reopenOps(database: WritableDatabase, opIds: readonly string[]): void {
  for (const opId of opIds) {
    database.run(
      `UPDATE outbox_op SET state = 'pending', verdict = NULL, reason = NULL, dismissed_reason = NULL, dismissed_by = NULL, dismissed_at_ms = NULL
       WHERE op_id = ? AND state IN ('acknowledged', 'refused')`,
      opId,
    );
  }
}

export function reopenBlobs(database: WritableDatabase, sha256: readonly string[]): void {
  for (const hash of sha256) database.run(`UPDATE outbox_blob SET state = 'pending' WHERE sha256 = ?`, hash);
}

/** Why a file could not go this time; it stays pending. */
export function noteBlobFault(database: WritableDatabase, sha256: string, reason: string): void {
  database.run(`UPDATE outbox_blob SET reason = ? WHERE sha256 = ? AND state = 'pending'`, reason, sha256);
}
