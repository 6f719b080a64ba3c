import { createPrivateKey } from 'node:crypto';
import { opSchema } from '#shared/protocol/op.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import { keepSignedOp } from '#main/domains/outbox/index.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

/**
 * Gives back its place to each op of which only the text is left: it says all that its row said but what the centre answered, and is sent
 * again to hear it. Its signature is the same, for the key is and a signature by it has no other form (RFC 8032); what a key of before has
 * signed nobody can sign again. An op of which the text is gone says nothing any more, and its row goes as well.
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
  const places = new Set(
    database.all('SELECT station_seq AS place FROM outbox_op').map(({ place }) => place),
  );
  const lastOfFormerKey = lastPlaceOfFormerKey(database);
  for (const row of orphans) {
    const canonical = textOf(row, 'canonical');
    const op = opSchema.safeParse(JSON.parse(canonical)).data;
    if (op?.stationId !== textOf(station, 'station_id')) continue;
    if (op.stationSeq <= lastOfFormerKey || places.has(op.stationSeq)) continue;
    keepSignedOp(database, op, Buffer.from(canonical), key);
  }
  database.run(
    `DELETE FROM outbox_op WHERE state <> 'erased' AND op_id NOT IN (SELECT op_id FROM outbox_text)`,
  );
}

/** 0 where the station never changed its key. */
function lastPlaceOfFormerKey(database: ReadableDatabase): number {
  const row = database.get(
    `SELECT coalesce(max(signed ->> '$.statement.lastSeq'), 0) AS last FROM station_key_change JOIN station USING (station_id)`,
  );
  return numberOf(row ?? {}, 'last');
}
