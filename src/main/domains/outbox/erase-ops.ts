import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

/**
 * Erases what the ops of a destroyed registration say. Their place stays: sequence, hash and signature, so that the op that
 * follows still names the one before it and the chain can be checked. State `erased`: never sent, never offered again.
 */
export function eraseOps(database: WritableDatabase, recordId: string): void {
  database.run(
    'DELETE FROM outbox_text WHERE op_id IN (SELECT op_id FROM outbox_op WHERE record_id = ?)',
    recordId,
  );
  database.run(
    `UPDATE outbox_op SET record_id = '', registration_number = '', reason = NULL, dismissed_reason = NULL, state = 'erased' WHERE record_id = ?`,
    recordId,
  );
}

/** Whether something of the station's own chain was erased: nobody who has not seen it can check what follows. */
export function hasErasedOps(database: ReadableDatabase): boolean {
  return (
    database.get(`SELECT 1 FROM outbox_op WHERE state = 'erased' AND station_seq > 0 LIMIT 1`) !== undefined
  );
}

/** Forgets a file to send, unless the same bytes are still kept under another id: then that one stands for it. */
export function forgetBlob(database: WritableDatabase, fileId: string, sha256: string): void {
  const other = database.get('SELECT id FROM stored_file WHERE sha256 = ? AND id <> ?', sha256, fileId);
  if (other)
    database.run('UPDATE outbox_blob SET file_id = ? WHERE file_id = ?', String(other['id']), fileId);
  else database.run('DELETE FROM outbox_blob WHERE file_id = ?', fileId);
}
