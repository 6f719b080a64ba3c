import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { bytesOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { forgetConfirmations } from '#main/domains/outbox/index.ts';
import type { ServerIdentity } from './verify-reply.ts';

/** The centre this station belongs to, as pinned at enrolment. */
export interface CentralServer {
  url: string;
  keyId: string;
  /** SPKI DER. */
  publicKey: Uint8Array;
  /** Keys it signed with before, as each introduced the next: receipts of then are still its word. */
  formerKeys: readonly ServerIdentity[];
  epoch: string;
  /** Epochs the centre has left behind: what it promised then may be lost. */
  formerEpochs: readonly string[];
  /** Public keys of age that batches on a key are written for. */
  batchRecipients: readonly string[];
  /** Whether it follows a station that changes its signing key, as it last said. */
  takesStationKeys: boolean;
  lastSuccessMs: number | null;
  lastError: string | null;
}

const texts = z.array(z.string());

export function findCentralServer(database: ReadableDatabase): CentralServer | undefined {
  const row = database.get('SELECT * FROM central_server WHERE id = 1');
  return (
    row && {
      url: textOf(row, 'url'),
      keyId: textOf(row, 'key_id'),
      publicKey: bytesOf(row, 'public_key'),
      formerKeys: formerKeys(database),
      epoch: textOf(row, 'epoch'),
      formerEpochs: texts.parse(JSON.parse(textOf(row, 'former_epochs'))),
      batchRecipients: texts.parse(JSON.parse(textOf(row, 'batch_recipients'))),
      takesStationKeys: numberOf(row, 'takes_station_keys') === 1,
      lastSuccessMs: numberOrNullOf(row, 'last_success_ms'),
      lastError: textOrNullOf(row, 'last_error'),
    }
  );
}

function formerKeys(database: ReadableDatabase): ServerIdentity[] {
  return database
    .all('SELECT key_id, public_key FROM former_server_key ORDER BY replaced_at_ms')
    .map((row) => ({ keyId: textOf(row, 'key_id'), publicKey: bytesOf(row, 'public_key') }));
}

/** From now on this centre is known by its new key. Call it only with what `followKeys` proved. */
export function adoptServerKey(database: WritableDatabase, server: CentralServer, atMs: number): void {
  database.transaction(() => {
    for (const { keyId, publicKey } of server.formerKeys)
      database.run(
        'INSERT INTO former_server_key (key_id, public_key, replaced_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        keyId,
        publicKey,
        atMs,
      );
    database.run(
      'UPDATE central_server SET key_id = ?, public_key = ? WHERE id = 1',
      server.keyId,
      server.publicKey,
    );
  });
}

/** Throws `not-enrolled`. */
export function getCentralServer(database: ReadableDatabase): CentralServer {
  const server = findCentralServer(database);
  if (!server) throw new GuichetError('not-enrolled');
  return server;
}

export function pinCentralServer(
  database: WritableDatabase,
  server: Pick<CentralServer, 'url' | 'keyId' | 'publicKey' | 'epoch' | 'batchRecipients'>,
  enrolledAtMs: number,
): void {
  database.run(
    `INSERT INTO central_server (id, url, key_id, public_key, epoch, batch_recipients, enrolled_at_ms)
     VALUES (1, ?, ?, ?, ?, ?, ?)`,
    server.url,
    server.keyId,
    server.publicKey,
    server.epoch,
    JSON.stringify(server.batchRecipients),
    enrolledAtMs,
  );
}

/**
 * What the other counters changed is read again from the beginning: a restored centre counts otherwise. What it had confirmed it is asked
 * again.
 */
export function setEpoch(database: WritableDatabase, epoch: string): void {
  forgetConfirmations(database);
  database.run(
    `UPDATE central_server SET former_epochs = json_insert(former_epochs, '$[#]', epoch), epoch = ?, changes_cursor = NULL WHERE id = 1`,
    epoch,
  );
}

/** All of it again, as after a new epoch. */
export function readChangesAgain(database: WritableDatabase): void {
  database.run('UPDATE central_server SET changes_cursor = NULL WHERE id = 1');
}

/** How far the changes of other counters were read; null: nothing yet. */
export function changesCursorOf(database: ReadableDatabase): string | null {
  const row = database.get('SELECT changes_cursor FROM central_server WHERE id = 1');
  return row ? textOrNullOf(row, 'changes_cursor') : null;
}

export function setChangesCursor(database: WritableDatabase, cursor: string): void {
  database.run('UPDATE central_server SET changes_cursor = ? WHERE id = 1', cursor);
}

/** As the centre last said, signed: a rectorat may add its own key later. */
export function setBatchRecipients(database: WritableDatabase, recipients: readonly string[]): void {
  database.run('UPDATE central_server SET batch_recipients = ? WHERE id = 1', JSON.stringify(recipients));
}

/** What it says of itself, where that changed. */
export function noteGreeting(
  database: WritableDatabase,
  known: CentralServer,
  said: Pick<CentralServer, 'batchRecipients' | 'takesStationKeys'>,
): void {
  if (String(said.batchRecipients) !== String(known.batchRecipients))
    setBatchRecipients(database, said.batchRecipients);
  if (said.takesStationKeys !== known.takesStationKeys)
    database.run(
      'UPDATE central_server SET takes_station_keys = ? WHERE id = 1',
      Number(said.takesStationKeys),
    );
}

export function noteSuccess(database: WritableDatabase, atMs: number): void {
  database.run('UPDATE central_server SET last_success_ms = ?, last_error = NULL WHERE id = 1', atMs);
}

/** `code` is an error code; the window says it in words. */
export function noteFailure(database: WritableDatabase, code: string): void {
  database.run('UPDATE central_server SET last_error = ? WHERE id = 1', code);
}
