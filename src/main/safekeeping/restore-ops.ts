import { createHash, createPrivateKey, sign } from 'node:crypto';
import { opSchema } from '#shared/protocol/op.ts';
import { bytesOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';

/**
 * Gives back its place to each op of which only the text is left: it says all that its row said but what the centre answered, and is sent
 * again to hear it. Its signature is the same, for the key is and a signature by it has no other form (RFC 8032). An op of which the text
 * is gone says nothing any more, and its row goes as well.
 */
export function restoreOps(database: WritableDatabase): void {
  // The snapshot may be of before it was erased.
  database.run(`DELETE FROM outbox_text WHERE op_id IN (SELECT op_id FROM outbox_op WHERE state = 'erased')`);
  const station = database.get('SELECT station_id, signing_key FROM station WHERE id = 1');
  if (!station) return;
  const key = createPrivateKey({
    key: Buffer.from(bytesOf(station, 'signing_key')),
    format: 'der',
    type: 'pkcs8',
  });
  const orphans = database.all(
    `SELECT ${opened('outbox_text')} FROM outbox_text WHERE op_id NOT IN (SELECT op_id FROM outbox_op)`,
  );
  for (const row of orphans) {
    const canonical = textOf(row, 'canonical');
    const op = opSchema.safeParse(JSON.parse(canonical)).data;
    if (op?.stationId !== textOf(station, 'station_id')) continue;
    database.run(
      `INSERT OR IGNORE INTO outbox_op (op_id, station_seq, record_id, registration_number, kind, sha256, signature, captured_at_ms, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')`,
      op.opId,
      op.stationSeq,
      op.recordId,
      op.registrationNumber,
      op.kind,
      createHash('sha256').update(canonical).digest('hex'),
      sign(null, Buffer.from(canonical), key),
      op.capturedAtMs,
    );
  }
  database.run(
    `DELETE FROM outbox_op WHERE state <> 'erased' AND op_id NOT IN (SELECT op_id FROM outbox_text)`,
  );
}
