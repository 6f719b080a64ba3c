import { BLOB_CHUNK_BYTES } from '#shared/protocol/limits.ts';
import { blobReceiptSchema } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import type { PendingBlob } from '#main/domains/outbox/index.ts';
import type { CentralLink } from './central-link.ts';
import type { HttpReply } from './http-exchange.ts';
import { withRetry } from './retry.ts';
import { nonsense, parseJson, refusalFrom, verifySigned } from './verify-reply.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/**
 * Sends one file by tus 1.0 and returns the receipt. After a cut it asks where the centre stands and goes on from there; each
 * chunk has its own attempts, so that a bad line still ends. A client of our own, and not tus-js-client: each request is signed
 * over its body, and its end is a receipt, not a status.
 */
export async function uploadBlob(link: CentralLink, blob: PendingBlob, content: Uint8Array): Promise<Signed> {
  let place = await withRetry(link.policy, () => resumePlace(link, blob));
  while (place !== 'received') {
    const from: number = place;
    place = await withRetry(link.policy, async (attempt) => {
      const offset = attempt === 0 ? from : await placeAfterCut(link, blob);
      return offset === 'received' ? offset : sendChunk(link, blob, content, offset);
    });
  }
  const receipt = await withRetry(link.policy, () => findReceipt(link, blob));
  if (!receipt) throw nonsense('receipt');
  return receipt;
}

/** How many bytes the centre has, or that it has all of them and said so. */
type Place = number | 'received';

async function resumePlace(link: CentralLink, blob: PendingBlob): Promise<Place> {
  return (await findOffset(link, blob)) ?? (await begin(link, blob));
}

/** The last reply may be what was lost: then the file is there, and nothing is left to resume. */
async function placeAfterCut(link: CentralLink, blob: PendingBlob): Promise<Place> {
  return (await findReceipt(link, blob)) ? 'received' : resumePlace(link, blob);
}

/** The centre's receipt for a file it holds, verified; undefined when it does not hold it. */
export async function findReceipt(
  link: CentralLink,
  { sha256, size }: PendingBlob,
): Promise<Signed | undefined> {
  const reply = await link.send({ method: 'GET', path: `/v1/blobs/${sha256}/receipt` });
  const body = parseJson(reply.text);
  if (reply.status === 404) {
    const refusal = refusalFrom(reply.status, body);
    if (refusal.code === 'server-refused') return undefined;
    throw refusal;
  }
  if (reply.status !== 200) throw refusalFrom(reply.status, body);
  const signed = signedSchema.safeParse(body);
  if (!signed.success) throw nonsense('unsigned', signed.error);
  const receipt = verifySigned(signed.data, link.server, blobReceiptSchema);
  if (receipt.sha256 !== sha256 || receipt.size !== size) throw nonsense('receipt');
  return signed.data;
}

/** Where the centre stands; undefined when it has begun nothing. */
async function findOffset(link: CentralLink, { sha256 }: PendingBlob): Promise<number | undefined> {
  const reply = await link.send({ method: 'HEAD', path: `/v1/blobs/${sha256}`, headers: TUS });
  return reply.status === 404 ? undefined : offsetOf(reply, 200);
}

async function begin(link: CentralLink, { sha256, size }: PendingBlob): Promise<number> {
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
  const headers = { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata };
  const reply = await link.send({ method: 'POST', path: '/v1/blobs', headers });
  if (reply.status !== 201) throw refusalFrom(reply.status, parseJson(reply.text));
  return 0;
}

/** An empty chunk is sent too: it ends a file whose last bytes arrived when the centre fell. */
async function sendChunk(
  link: CentralLink,
  { sha256 }: PendingBlob,
  content: Uint8Array,
  offset: number,
): Promise<Place> {
  const chunk = new Uint8Array(content.subarray(offset, offset + BLOB_CHUNK_BYTES));
  const headers = {
    ...TUS,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  };
  const reply = await link.send({ method: 'PATCH', path: `/v1/blobs/${sha256}`, headers, body: chunk });
  const next = offsetOf(reply, 204);
  if (next !== offset + chunk.length) throw nonsense('offset');
  return next === content.length ? 'received' : next;
}

function offsetOf(reply: HttpReply, expectedStatus: number): number {
  if (reply.status !== expectedStatus) throw refusalFrom(reply.status, parseJson(reply.text));
  const offset = Number(reply.headers['upload-offset'] ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) throw nonsense('offset');
  return offset;
}
