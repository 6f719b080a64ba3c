// Other rooms compile this file with a configuration of theirs, which does not hold our declarations.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./ipp.d.ts" />
import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { GuichetError } from '#shared/errors.ts';

/** A spooler that does not answer must not hold a clerk. */
const TIMEOUT_MS = 5000;
const MOST_BYTES = 4_000_000;

/** Where CUPS listens when nothing else is said: Debian and macOS. */
const USUAL_SOCKETS = ['/run/cups/cups.sock', '/private/var/run/cupsd'];
const USUAL_PORT = 631;

/** How a connection fails where nothing listens: the socket of one that is stopped may remain. */
const NOBODY_THERE: readonly unknown[] = ['ECONNREFUSED', 'ENOENT'];

type Attributes = Record<string, unknown>;

/**
 * Asks the spooler by IPP (RFC 8011): the words of `lpstat` do not tell a job that was printed from one that was given up. Returns the
 * groups of attributes of the answer. Throws `printer-failed`, `no-print-service`.
 */
export async function askCups(
  operation: 'CUPS-Get-Printers' | 'Get-Job-Attributes',
  about: Attributes,
  group: 'printer-attributes-tag' | 'job-attributes-tag',
): Promise<Attributes[]> {
  const { default: ipp } = await import('@sealsystems/ipp');
  const question = ipp.serialize({
    operation,
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'en',
      ...about,
    },
  });
  const answer = ipp.parse(await post(question));
  const { statusCode = '' } = answer;
  // A spooler without any queue has nothing to list, and calls that an error.
  if (statusCode === 'client-error-not-found') return [];
  if (!statusCode.startsWith('successful-ok')) throw cupsFailed(statusCode);
  const found = answer[group];
  return found === undefined ? [] : [found].flat();
}

function post(body: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(NOBODY_THERE.includes(error.code) ? noPrintService(error) : cupsFailed(error.message, error));
    const asked = request(
      {
        ...cupsAddress(process.env['CUPS_SERVER']),
        method: 'POST',
        path: '/',
        timeout: TIMEOUT_MS,
        // CUPS refuses a name it does not know as its own.
        headers: {
          Host: 'localhost',
          'Content-Type': 'application/ipp',
          'Content-Length': body.byteLength,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length > MOST_BYTES) response.destroy(new Error('answer too long'));
          parts.push(part);
        });
        response.on('error', fail);
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(parts));
          else reject(cupsFailed(`HTTP ${response.statusCode}`));
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer from the spooler')));
    asked.on('error', fail);
    asked.end(body);
  });
}

/** What `CUPS_SERVER` says, as CUPS's own commands read it: a socket's path, or a host with its port. */
function cupsAddress(said: string | undefined): RequestOptions {
  if (said?.startsWith('/')) return { socketPath: said };
  if (said) {
    const [host, port] = said.split(':');
    return { host, port: Number(port ?? USUAL_PORT) };
  }
  const socketPath = USUAL_SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: 'localhost', port: USUAL_PORT } : { socketPath };
}

/** Neither installed nor running, as far as this error tells. */
export function noPrintService(cause: Error): GuichetError {
  return new GuichetError('no-print-service', { detail: { cause: cause.message }, cause });
}

function cupsFailed(words: string, cause?: unknown): GuichetError {
  return new GuichetError('printer-failed', { detail: { cause: words }, cause });
}
