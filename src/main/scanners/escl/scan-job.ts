import { setTimeout as delay } from 'node:timers/promises';
import { GuichetError } from '#shared/errors.ts';
import type { ScannedFile, ScanRequest } from '#main/ports/scanner.ts';
import { readCapabilities, scanSettings } from './capabilities.ts';
import { exchange, nonsense, type Reply } from './exchange.ts';
import { askStatus, faultOfStatus } from './scanner-status.ts';

const PAGE_MOST_BYTES = 64 * 1024 * 1024;
/** A flatbed at 600 dpi moves for a minute before it says anything. */
const PAGE_SILENCE_MS = 120_000;
/** How often a scanner may answer "not yet" before it is called busy. */
const BUSY_TRIES = 5;
const NOT_READY_TRIES = 120;
const WAIT_MS = 1_000;
const LONGEST_WAIT_S = 5;

interface Job {
  root: URL;
  url: URL;
  request: ScanRequest;
  signal: AbortSignal;
}

/** Asks for a job, then for its pages one after the other until the scanner has no more. */
export async function* scanJob(
  root: URL,
  request: ScanRequest,
  signal: AbortSignal,
): AsyncGenerator<ScannedFile> {
  if (signal.aborted) throw new GuichetError('cancelled');
  const job = { root, url: await openJob(root, request, signal), request, signal };
  const isSingle = request.onePage === true || request.source === 'flatbed';
  let isOver = false;
  try {
    for (let pages = 1; ; pages += 1) {
      const page = await nextPage(job);
      if (!page) {
        isOver = true;
        await requireGoodEnd(job, pages - 1);
        return;
      }
      yield { name: `page-${pages}.jpg`, bytes: page };
      if (isSingle) return;
      if (signal.aborted) throw new GuichetError('cancelled');
    }
  } finally {
    // Left there, a job keeps the scanner from everyone else until it tires of waiting.
    if (!isOver) await exchange({ url: withoutSlash(job.url), method: 'DELETE' }).catch(() => undefined);
  }
}

async function openJob(root: URL, request: ScanRequest, signal: AbortSignal): Promise<URL> {
  const answer = await exchange({ url: new URL('ScannerCapabilities', root), signal });
  if (answer.status !== 200) throw nonsense(`ScannerCapabilities ${answer.status}`);
  const capabilities = readCapabilities(answer.body.toString('utf8'));
  if (!capabilities.sources.some(({ kind }) => kind === request.source))
    throw new GuichetError('scanner-refused', { detail: { cause: request.source } });
  const body = scanSettings(capabilities, request);
  const ask = () => exchange({ url: new URL('ScanJobs', root), method: 'POST', body, signal });
  const reply = await patiently(ask, BUSY_TRIES, signal);
  if (reply.status === 201 && reply.location !== undefined) return jobUrl(root, reply.location);
  if (reply.status === 503) throw new GuichetError('scanner-busy');
  const refusal = new GuichetError('scanner-refused', { detail: { cause: `ScanJobs ${reply.status}` } });
  throw await faultOfStatus(root, request.source !== 'flatbed', refusal);
}

/** Only the path is taken: scanners give names of their own to their host, and nobody may send us elsewhere. */
function jobUrl(root: URL, location: string): URL {
  if (!URL.canParse(location, root.href)) throw nonsense('Location');
  const url = new URL(new URL(location, root).pathname, root);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function withoutSlash(url: URL): URL {
  return new URL(url.pathname.replace(/\/$/, ''), url);
}

/** Undefined when the scanner has no more. */
async function nextPage({ root, url, request, signal }: Job): Promise<Uint8Array | undefined> {
  const ask = () =>
    exchange({
      url: new URL('NextDocument', url),
      mostBytes: PAGE_MOST_BYTES,
      silenceMs: PAGE_SILENCE_MS,
      signal,
    });
  const reply = await patiently(ask, NOT_READY_TRIES, signal);
  switch (reply.status) {
    case 200:
      return wholeJpeg(reply);
    case 404:
    case 410:
      return undefined;
    case 503:
      throw new GuichetError('scanner-busy');
    default:
      throw await faultOfStatus(root, request.source !== 'flatbed', nonsense(`NextDocument ${reply.status}`));
  }
}

function wholeJpeg({ body, contentType }: Reply): Uint8Array {
  const isJpeg = body[0] === 0xff && body[1] === 0xd8;
  // Some firmwares pad the file after its end.
  const isWhole = body.lastIndexOf(Buffer.from([0xff, 0xd9])) > body.length - 1024;
  if (!isJpeg) throw nonsense(contentType === '' ? 'image' : contentType);
  if (!isWhole) throw nonsense('image coupée');
  return new Uint8Array(body);
}

/** "No more pages" also follows a jam: the status tells which it was. */
async function requireGoodEnd({ root, url, request }: Job, pages: number): Promise<void> {
  const isFeeder = request.source !== 'flatbed';
  const { feeder, jobState } = await askStatus(root, withoutSlash(url).pathname);
  if (isFeeder && feeder !== undefined && (feeder !== 'feeder-empty' || pages === 0))
    throw new GuichetError(feeder);
  if (jobState === 'Canceled') throw new GuichetError('cancelled');
  if (jobState === 'Aborted') throw nonsense('numérisation abandonnée');
  if (pages === 0) throw isFeeder ? new GuichetError('feeder-empty') : nonsense('aucune page');
}

/** Asks again while the scanner answers 503, as often as it says. */
async function patiently(ask: () => Promise<Reply>, tries: number, signal: AbortSignal): Promise<Reply> {
  for (let left = tries; ; left -= 1) {
    const reply = await ask();
    if (reply.status !== 503 || left <= 1) return reply;
    const waitMs = Math.min(reply.retryAfterS ?? WAIT_MS / 1000, LONGEST_WAIT_S) * 1000;
    await delay(waitMs, undefined, { signal }).catch(() => {
      throw new GuichetError('cancelled');
    });
  }
}
