import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobReceipt } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { Refusal } from '../refusal.ts';
import type { ServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import type { BlobFolder } from './blob-folder.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** One station's sending of one file. Apart from other stations': what one writes cannot spoil what another sends. */
export interface UploadId {
  stationId: string;
  sha256: string;
}

/** How far a file is; `receipt` once it is whole and durable. */
export interface Progress {
  offset: number;
  receipt?: Signed | undefined;
}

export interface BlobStore {
  /** Starts, or starts again from nothing, with the first bytes. Throws Refusal as `append` does. */
  begin(id: UploadId, size: number, content: Uint8Array): Promise<Progress>;
  find(id: UploadId): Promise<{ size: number; offset: number } | undefined>;
  /**
   * The last byte makes the file durable and its receipt. Throws Refusal `not-found`, `offset-conflict`, `too-large`, and
   * `blob-mismatch` when the hash of the whole is another.
   */
  append(id: UploadId, content: Uint8Array, offset: number): Promise<Progress>;
  missing(sha256: readonly string[]): Promise<string[]>;
  /** Of these, the ones this station has begun to send. */
  begun(stationId: string, sha256: readonly string[]): Promise<{ sha256: string; offset: number }[]>;
  /** Undefined as long as the file is not whole and durable. */
  findReceipt(sha256: string): Promise<Signed | undefined>;
  /** Undefined for a file that never came whole. */
  read(sha256: string): Promise<Readable | undefined>;
}

interface BlobStoreParts {
  database: Database;
  folder: BlobFolder;
  key: ServerKey;
  epoch: string;
  nowMs(): number;
}

export function createBlobStore(parts: BlobStoreParts): BlobStore {
  const { database, folder } = parts;
  // A chunk that is sent again may arrive while its first sending is still being written.
  const inTurn = oneAtATime();
  const find = async (id: UploadId) => {
    const [row] = await database.rows('SELECT size FROM upload WHERE upload_id = $1', [nameOf(id)]);
    return row && { size: Number(row['size']), offset: await folder.partialSize(nameOf(id)) };
  };
  const write = async (
    id: UploadId,
    size: number,
    content: Uint8Array,
    offset: number,
  ): Promise<Progress> => {
    if (offset + content.length > size) throw new Refusal('too-large');
    const received = await folder.append(nameOf(id), content, offset);
    if (received < size) return { offset: received };
    return { offset: received, receipt: await finish(parts, id, size) };
  };
  return {
    begin: (id, size, content) =>
      inTurn(nameOf(id), async () => {
        if (content.length < size) await noteUpload(database, id, size);
        return write(id, size, content, 0);
      }),
    find,
    append: (id, content, offset) =>
      inTurn(nameOf(id), async () => {
        const upload = await find(id);
        if (!upload) throw new Refusal('not-found');
        if (upload.offset !== offset) throw new Refusal('offset-conflict');
        return write(id, upload.size, content, offset);
      }),
    missing: (asked) => missing(database, asked),
    begun: (stationId, asked) => begun(parts, stationId, asked),
    findReceipt: (sha256) => findReceipt(database, sha256),
    read: (sha256) => folder.read(sha256),
  };
}

async function missing(database: Database, asked: readonly string[]): Promise<string[]> {
  const rows = await database.rows('SELECT sha256 FROM blob WHERE sha256 = ANY($1::text[])', [asked]);
  const present = new Set(rows.map((row) => row['sha256']));
  return asked.filter((sha256) => !present.has(sha256));
}

async function begun({ database, folder }: BlobStoreParts, stationId: string, asked: readonly string[]) {
  const hashes = new Map(asked.map((sha256) => [nameOf({ stationId, sha256 }), sha256]));
  const rows = await database.rows('SELECT upload_id FROM upload WHERE upload_id = ANY($1::text[])', [
    [...hashes.keys()],
  ]);
  return Promise.all(
    rows.map(async (row) => {
      const name = String(row['upload_id']);
      return { sha256: hashes.get(name) ?? '', offset: await folder.partialSize(name) };
    }),
  );
}

/** Not waited for on the disk: without this row the file only starts again from nothing. */
async function noteUpload(database: Database, id: UploadId, size: number): Promise<void> {
  await database.rows(
    `INSERT INTO upload (upload_id, size) SELECT $1, $2::bigint FROM set_config('synchronous_commit', 'off', true)
     ON CONFLICT (upload_id) DO UPDATE SET size = excluded.size`,
    [nameOf(id), size],
  );
}

/** fsync, hash, rename, fsync of the folder, row: only then does a receipt exist. */
async function finish(parts: BlobStoreParts, id: UploadId, size: number): Promise<Signed | undefined> {
  const { database, folder, key, epoch, nowMs } = parts;
  const { sha256 } = id;
  if ((await folder.sealPartial(nameOf(id))) !== sha256) {
    await folder.discardPartial(nameOf(id));
    await database.rows('DELETE FROM upload WHERE upload_id = $1', [nameOf(id)]);
    throw new Refusal('blob-mismatch');
  }
  await folder.publish(nameOf(id), sha256);
  const receipt: BlobReceipt = {
    kind: 'blob-receipt',
    receiptId: randomUUID(),
    sha256,
    size,
    epoch,
    storedAtMs: nowMs(),
  };
  const signed = key.seal(receipt);
  // One statement, one commit. The same file sent by two stations at once has one row and one receipt: the first's.
  const [kept] = await database.rows(
    `WITH ended AS (DELETE FROM upload WHERE upload_id = $1),
       stored AS (INSERT INTO blob (sha256, size, receipt_id) VALUES ($2, $3, $4) ON CONFLICT (sha256) DO NOTHING RETURNING receipt_id)
     INSERT INTO receipt (receipt_id, signed) SELECT receipt_id, $5 FROM stored RETURNING receipt_id`,
    [nameOf(id), sha256, size, receipt.receiptId, JSON.stringify(signed)],
  );
  return kept ? signed : findReceipt(database, sha256);
}

async function findReceipt(database: Database, sha256: string): Promise<Signed | undefined> {
  const [row] = await database.rows(
    'SELECT signed FROM receipt JOIN blob USING (receipt_id) WHERE sha256 = $1',
    [sha256],
  );
  return row && signedSchema.parse(JSON.parse(String(row['signed'])));
}

function nameOf({ stationId, sha256 }: UploadId): string {
  return `${stationId}.${sha256}`;
}
