import { createPrivateKey } from 'node:crypto';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { canonicalBytes, keepSignedOp } from '#main/domains/outbox/index.ts';
import { newId } from '#main/new-id.ts';

/**
 * Gives each place of the chain whose op is gone an op of kind `lost`, that says so. A centre refuses it and steps over the place: what
 * was signed after it still arrives. Returns how many there are.
 */
export function mendChain(database: WritableDatabase, nowMs: number): number {
  return database.transaction(() => {
    const station = database.get('SELECT * FROM station WHERE id = 1') ?? {};
    const key = createPrivateKey({
      key: Buffer.from(bytesOf(station, 'signing_key')),
      format: 'der',
      type: 'pkcs8',
    });
    const places = missingPlaces(database, numberOf(station, 'next_station_seq'));
    for (const stationSeq of places) {
      const before = database.get('SELECT sha256 FROM outbox_op WHERE station_seq = ?', stationSeq - 1);
      const opId = newId();
      const canonical = canonicalBytes({
        schema: 1,
        opId,
        kind: 'lost',
        stationId: textOf(station, 'station_id'),
        stationSeq,
        previousHash: before ? textOf(before, 'sha256') : '0'.repeat(64),
        capturedAtMs: nowMs,
      });
      keepSignedOp(
        database,
        { opId, stationSeq, recordId: '', registrationNumber: '', kind: 'lost', capturedAtMs: nowMs },
        canonical,
        key,
      );
      database.run(
        'INSERT INTO outbox_text (op_id, canonical) VALUES (?, ?)',
        opId,
        canonical.toString('utf8'),
      );
    }
    return places.length;
  });
}

function missingPlaces(database: WritableDatabase, nextSeq: number): number[] {
  const held = new Set(
    database
      .all('SELECT station_seq FROM outbox_op WHERE station_seq > 0')
      .map((row) => numberOf(row, 'station_seq')),
  );
  return Array.from({ length: nextSeq - 1 }, (_, index) => index + 1).filter((seq) => !held.has(seq));
}

/** Where the chain really ends, when the station's own row is older than its ops. */
export function moveToEndOfChain(database: WritableDatabase): void {
  database.run(
    `UPDATE station SET (next_station_seq, last_op_hash) =
       (SELECT station_seq + 1, sha256 FROM outbox_op ORDER BY station_seq DESC LIMIT 1)
     WHERE id = 1 AND next_station_seq <= (SELECT max(station_seq) FROM outbox_op)`,
  );
}
