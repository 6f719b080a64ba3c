import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobReceipt } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { sha256Hex } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import type { ServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import type { BlobFolder } from './blob-folder.ts';
import { blobRows } from './blob-rows.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** One station's sending of one file. Apart from other stations': what one writes cannot spoil what another sends. */
export interface UploadId {
  stationId: string;
  sha256: string;
  /** What its request was signed with: asked of the base again when its row is written. Absent of a file that came on a USB key. */
  signedWith?: string;
}

/** How far a file is; `receipt` once it is whole and durable. */
export interface Progress {
  offset: number;
  receipt?: Signed | undefined;
}

export interface BlobStore {
  /**
   * Starts, or starts again from nothing, with the first bytes, which may be all. `contentSha256`: where it is known already. Bytes that are
   * handed over here are spent. Throws Refusal as `append` does.
   */
  begin(id: UploadId, size: number, content: Uint8Array, contentSha256?: string): Promise<Progress>;
  /** What came of a whole file before a cut, unless more is there already. */
  keepBeginning(id: UploadId, size: number, content: Uint8Array): Promise<void>;
  find(id: UploadId): Promise<{ size: number; offset: number } | undefined>;
  /**
   * The last byte makes the file durable and its receipt. Throws Refusal `not-found`, `offset-conflict`, `too-large`,
   * `blob-mismatch` when the hash of the whole is another, and `station-suspended`, `bad-request-signature` when its station is or has
   * another key by then.
   */
  append(id: UploadId, content: Uint8Array, offset: number): Promise<Progress>;
  missing(sha256: readonly string[]): Promise<string[]>;
  /** Of these, the ones this station has begun to send. */
  begun(stationId: string, sha256: readonly string[]): Promise<{ sha256: string; offset: number }[]>;
  /** Undefined as long as the file is not whole and durable. */
  findReceipt(sha256: string): Promise<Signed | undefined>;
  /** Forgets what stations began to send and left for a month: pages of people whom nobody will go on sending. */
  discardAbandoned(): Promise<void>;
  /** Of a file that has its row, which whoever asks has seen: of another, a piece may lie there. */
  read(sha256: string): Promise<Readable | undefined>;
}

interface BlobStoreParts {
  database: Database;
  folder: BlobFolder;
  key: ServerKey;
  epoch: string;
  nowMs(): number;
}

interface FinishingParts extends BlobStoreParts {
  keepRows: ReturnType<typeof blobRows>;
}

/** Between two looks at every file there is. */
const SWEEP_MS = 24 * 3_600_000;
/** A station whose line is down for so long starts those files again from nothing. */
const ABANDONED_MS = 30 * 24 * 3_600_000;

export function createBlobStore(given: BlobStoreParts): BlobStore {
  const { database, folder } = given;
  const parts = { ...given, keepRows: blobRows(database) };
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
    begin: (id, size, content, contentSha256) =>
      inTurn(nameOf(id), async () => {
        if (content.length === size) return storeWhole(parts, id, content, contentSha256);
        await noteUpload(database, id, size);
        return write(id, size, content, 0);
      }),
    keepBeginning: (id, size, content) =>
      inTurn(nameOf(id), async () => {
        if ((await find(id)) || (await findReceipt(database, id.sha256))) return;
        // What could not be kept travels again.
        const isKept = await folder.appendFirst(nameOf(id), content).then(
          () => true,
          () => false,
        );
        if (isKept) await noteUpload(database, id, size);
      }),
    // What is being written is told once it is.
    find: (id) => inTurn(nameOf(id), () => find(id)),
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
    discardAbandoned: discarderOf(parts),
    read: (sha256) => folder.read(sha256),
  };
}

function discarderOf({ database, folder, nowMs }: BlobStoreParts): () => Promise<void> {
  let sweptMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = nowMs();
    const beforeMs = now - ABANDONED_MS;
    await folder.discardOlder(beforeMs);
    await database.rows('DELETE FROM upload WHERE created_at < to_timestamp($1)', [beforeMs / 1_000]);
    if (now - sweptMs < SWEEP_MS) return;
    sweptMs = now;
    await folder.discardPieces(beforeMs, (asked) => missing(database, asked));
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

/** A file that came in one piece was hashed in memory: it is not read back from the disk. */
async function storeWhole(
  parts: FinishingParts,
  id: UploadId,
  content: Uint8Array,
  contentSha256 = sha256Hex(content),
): Promise<Progress> {
  const { folder } = parts;
  if (contentSha256 !== id.sha256) throw new Refusal('blob-mismatch');
  const size = content.length;
  await folder.store(nameOf(id), id.sha256, content);
  const { receipt, hadBegun } = await giveReceipt(parts, id, size);
  if (hadBegun) await folder.discardPartial(nameOf(id));
  return { offset: size, receipt };
}

/** fsync, hash, rename, fsync of the folder, row: only then does a receipt exist. */
async function finish(parts: FinishingParts, id: UploadId, size: number): Promise<Signed | undefined> {
  const { database, folder } = parts;
  if ((await folder.sealPartial(nameOf(id))) !== id.sha256) {
    await folder.discardPartial(nameOf(id));
    await database.rows('DELETE FROM upload WHERE upload_id = $1', [nameOf(id)]);
    throw new Refusal('blob-mismatch');
  }
  await folder.publish(nameOf(id), id.sha256);
  return (await giveReceipt(parts, id, size)).receipt;
}

async function giveReceipt(
  parts: FinishingParts,
  id: UploadId,
  size: number,
): Promise<{ receipt: Signed | undefined; hadBegun: boolean }> {
  const { database, key, epoch, nowMs, keepRows } = parts;
  const { sha256 } = id;
  const receipt: BlobReceipt = {
    kind: 'blob-receipt',
    receiptId: randomUUID(),
    sha256,
    size,
    epoch,
    storedAtMs: nowMs(),
  };
  const signed = key.seal(receipt);
  const sender = id.signedWith === undefined ? null : { stationId: id.stationId, publicKey: id.signedWith };
  const { refusal, isKept, hadBegun } = await keepRows({ uploadId: nameOf(id), receipt, signed, sender });
  if (refusal) throw new Refusal(refusal);
  return { receipt: isKept ? signed : await findReceipt(database, sha256), hadBegun };
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
