import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobReceipt } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { Refusal } from '../refusal.ts';
import type { ServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import type { BlobFolder } from './blob-folder.ts';

/** One station's sending of one file. Apart from other stations': what one writes cannot spoil what another sends. */
export interface UploadId {
  stationId: string;
  sha256: string;
}

export interface BlobStore {
  /** Starts, or starts again from nothing. */
  begin(id: UploadId, size: number): Promise<void>;
  find(id: UploadId): Promise<{ size: number; offset: number } | undefined>;
  /** New offset. The last byte makes the file durable and its receipt; throws Refusal `blob-mismatch` when its hash is another. */
  append(id: UploadId, content: Readable, offset: number): Promise<number>;
  missing(sha256: readonly string[]): Promise<string[]>;
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
  const find = async (id: UploadId) => {
    const [row] = await database.rows('SELECT size FROM upload WHERE upload_id = $1', [nameOf(id)]);
    return row && { size: Number(row['size']), offset: await folder.partialSize(nameOf(id)) };
  };
  return {
    async begin(id, size) {
      await folder.discardPartial(nameOf(id));
      await database.rows(
        'INSERT INTO upload (upload_id, size) VALUES ($1, $2) ON CONFLICT (upload_id) DO UPDATE SET size = $2',
        [nameOf(id), size],
      );
    },
    find,
    async append(id, content, offset) {
      const upload = await find(id);
      if (!upload) throw new Refusal('not-found');
      const received = await folder.append(nameOf(id), content, offset);
      if (received === upload.size) await finish(parts, id, received);
      return received;
    },
    async missing(asked) {
      const rows = await database.rows('SELECT sha256 FROM blob WHERE sha256 = ANY($1::text[])', [asked]);
      const present = new Set(rows.map((row) => row['sha256']));
      return asked.filter((sha256) => !present.has(sha256));
    },
    async findReceipt(sha256) {
      const [row] = await database.rows(
        'SELECT signed FROM receipt JOIN blob USING (receipt_id) WHERE sha256 = $1',
        [sha256],
      );
      return row && signedSchema.parse(JSON.parse(String(row['signed'])));
    },
    read: (sha256) => folder.read(sha256),
  };
}

/** fsync, hash, rename, fsync of the folder, row: only then does a receipt exist. */
async function finish(
  { database, folder, key, epoch, nowMs }: BlobStoreParts,
  id: UploadId,
  size: number,
): Promise<void> {
  const { sha256 } = id;
  const isGenuine = (await folder.sealPartial(nameOf(id))) === sha256;
  if (isGenuine) await folder.publish(nameOf(id), sha256);
  else await folder.discardPartial(nameOf(id));
  const receipt: BlobReceipt = {
    kind: 'blob-receipt',
    receiptId: randomUUID(),
    sha256,
    size,
    epoch,
    storedAtMs: nowMs(),
  };
  await database.transaction(async (sql) => {
    await sql.rows('DELETE FROM upload WHERE upload_id = $1', [nameOf(id)]);
    if (!isGenuine) return;
    // The same file sent by two stations at once has one row and one receipt.
    await sql.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [sha256]);
    const [known] = await sql.rows('SELECT 1 FROM blob WHERE sha256 = $1', [sha256]);
    if (known) return;
    await sql.rows('INSERT INTO receipt (receipt_id, signed) VALUES ($1, $2)', [
      receipt.receiptId,
      JSON.stringify(key.seal(receipt)),
    ]);
    await sql.rows('INSERT INTO blob (sha256, size, receipt_id) VALUES ($1, $2, $3)', [
      sha256,
      size,
      receipt.receiptId,
    ]);
  });
  if (!isGenuine) throw new Refusal('blob-mismatch');
}

function nameOf({ stationId, sha256 }: UploadId): string {
  return `${stationId}.${sha256}`;
}
