import { BLOB_CHUNK_BYTES, WHOLE_BLOB_BYTES } from '#shared/protocol/limits.ts';
import { RECEIPT_HEADER, readReceiptText } from '#shared/protocol/receipt-header.ts';
import { releaseBytes } from '#shared/release-bytes.ts';
import { blobReceiptSchema } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import type { PendingBlob } from '#main/domains/outbox/index.ts';
import type { CentralLink } from './central-link.ts';
import { createChunkReader, type ChunkReader } from './chunk-reader.ts';
import type { HttpReply } from './http-exchange.ts';
import { withRetry } from './retry.ts';
import { nonsense, parseJson, refusalFrom, verifyKept } from './verify-reply.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/** How far the centre is: nothing begun, so many bytes, or its receipt for the whole. */
type Place = 'nothing' | number | Signed;

/**
 * Sends one file by tus 1.0 and returns the receipt. A usual file is one request, another is created with its first chunk, and the last
 * one brings the receipt. After a cut it asks where the centre stands and goes on from there; each request has its own attempts, so
 * that a bad line still ends. A client of our own, and not tus-js-client: each request is signed over its body, and its end is a
 * receipt, not a status. `begunAt`: what the centre said it has of the file, if anything.
 */
export async function uploadBlob(
  link: CentralLink,
  blob: PendingBlob,
  content: () => AsyncIterable<Uint8Array<ArrayBuffer>>,
  begunAt?: number,
): Promise<Signed> {
  const chunks = createChunkReader(content);
  try {
    let place: Place = begunAt ?? 'nothing';
    while (typeof place !== 'object') {
      const known: Place = place;
      place = await withRetry(link.policy, async (attempt): Promise<Place> => {
        const from = attempt === 0 ? known : await placeAfterCut(link, blob);
        return typeof from === 'object' ? from : sendChunk(link, blob, chunks, from);
      });
    }
    return place;
  } finally {
    await chunks.close();
  }
}

/** The last reply may be what was lost: then the file is there, and nothing is left to resume. */
async function placeAfterCut(link: CentralLink, blob: PendingBlob): Promise<Place> {
  return (await findReceipt(link, blob)) ?? (await findOffset(link, blob)) ?? 'nothing';
}

/** The centre's receipt for a file it holds, verified; undefined when it does not hold it. */
export async function findReceipt(link: CentralLink, blob: PendingBlob): Promise<Signed | undefined> {
  const reply = await link.send({ method: 'GET', path: `/v1/blobs/${blob.sha256}/receipt` });
  const body = parseJson(reply.text);
  if (reply.status === 404) {
    const refusal = refusalFrom(reply.status, body);
    if (refusal.code === 'server-refused') return undefined;
    throw refusal;
  }
  if (reply.status !== 200) throw refusalFrom(reply.status, body);
  const signed = signedSchema.safeParse(body);
  if (!signed.success) throw nonsense('unsigned', signed.error);
  return verifyReceipt(link, blob, signed.data);
}

/** Throws `server-nonsense` or `server-changed` unless our centre says that it holds these bytes. */
export function verifyReceipt(
  link: Pick<CentralLink, 'server'>,
  { sha256, size }: PendingBlob,
  signed: Signed,
): Signed {
  const receipt = verifyKept(signed, link.server, blobReceiptSchema);
  if (receipt.sha256 !== sha256 || receipt.size !== size) throw nonsense('receipt');
  return signed;
}

/** Where the centre stands; undefined when it has begun nothing. */
async function findOffset(link: CentralLink, { sha256 }: PendingBlob): Promise<number | undefined> {
  const reply = await link.send({ method: 'HEAD', path: `/v1/blobs/${sha256}`, headers: TUS });
  return reply.status === 404 ? undefined : offsetOf(reply, 200);
}

/** An empty chunk is sent too: it ends a file whose last bytes arrived when the centre fell. */
async function sendChunk(
  link: CentralLink,
  blob: PendingBlob,
  chunks: ChunkReader,
  from: 'nothing' | number,
): Promise<Place> {
  const offset = from === 'nothing' ? 0 : from;
  const isWhole = from === 'nothing' && blob.size <= WHOLE_BLOB_BYTES;
  const body = await chunks.at(offset, isWhole ? WHOLE_BLOB_BYTES : BLOB_CHUNK_BYTES);
  const reply = from === 'nothing' ? await create(link, blob, body) : await append(link, blob, body, offset);
  const next = offsetOf(reply, from === 'nothing' ? 201 : 204);
  if (next !== offset + body.length) throw nonsense('offset');
  // It has left, and the centre has all of it: nothing will read it here any more.
  releaseBytes(body);
  if (next < blob.size) return next;
  const signed = readReceiptText(reply.headers[RECEIPT_HEADER]);
  const receipt = signed ? verifyReceipt(link, blob, signed) : await findReceipt(link, blob);
  if (!receipt) throw nonsense('receipt');
  return receipt;
}

function create(
  link: CentralLink,
  { sha256, size }: PendingBlob,
  body: Uint8Array<ArrayBuffer>,
): Promise<HttpReply> {
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
  const headers = { ...TUS, ...OCTETS, 'upload-length': String(size), 'upload-metadata': metadata };
  const request = { method: 'POST', path: '/v1/blobs', headers, body } as const;
  // A whole file is signed by its name; if that were not its hash, the centre would say so of this file, and not of the station.
  return link.send(body.length === size ? { ...request, bodySha256: sha256 } : request);
}

function append(
  link: CentralLink,
  { sha256 }: PendingBlob,
  body: Uint8Array<ArrayBuffer>,
  offset: number,
): Promise<HttpReply> {
  const headers = { ...TUS, ...OCTETS, 'upload-offset': String(offset) };
  return link.send({ method: 'PATCH', path: `/v1/blobs/${sha256}`, headers, body });
}

const OCTETS = { 'content-type': 'application/offset+octet-stream' };

function offsetOf(reply: HttpReply, expectedStatus: number): number {
  if (reply.status !== expectedStatus) throw refusalFrom(reply.status, parseJson(reply.text));
  const offset = Number(reply.headers['upload-offset'] ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) throw nonsense('offset');
  return offset;
}
