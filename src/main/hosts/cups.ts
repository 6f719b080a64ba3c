import { execFile } from 'node:child_process';
import { GuichetError } from '#shared/errors.ts';
import type { Printer, PrinterDescription, PrintRequest } from '#main/ports/printer.ts';

/** A spooler that does not answer must not hold a clerk. */
const TIMEOUT_MS = 15_000;

/** Prints through CUPS's own commands, on Linux and macOS, in both hosts. */
export function createCupsPrinter(): Printer {
  return { list: listPrinters, print };
}

async function listPrinters(): Promise<PrinterDescription[]> {
  await requireScheduler();
  const defaultName = await findDefaultPrinter();
  const names = (await spooler('lpstat', ['-e'])).split('\n').filter((name) => name !== '');
  return names.map((name) => ({ name, isDefault: name === defaultName }));
}

async function print(request: PrintRequest): Promise<{ job: string }> {
  await requireScheduler();
  const queue = request.printer ?? (await findDefaultPrinter());
  if (queue === undefined) throw printerFailed('no system default destination');
  const answer = await spooler(
    'lp',
    ['-d', queue, '-t', request.title, '-o', 'media=A4', '-o', 'sides=two-sided-long-edge'],
    // On standard input: the document holds personal data and must leave no copy in a temporary folder.
    request.pdf,
  );
  const job = /request id is (\S+)/.exec(answer)?.[1];
  if (job === undefined) throw printerFailed(answer);
  await requireEnabled(queue, job);
  return { job };
}

/** `lp` accepts a job for a disabled queue: left there, it would come out one day with nobody to take it. */
async function requireEnabled(queue: string, job: string): Promise<void> {
  const state = await spooler('lpstat', ['-p', queue]);
  if (!/^printer \S+ disabled/.test(state)) return;
  await spooler('cancel', [job]);
  throw printerFailed(state);
}

async function requireScheduler(): Promise<void> {
  const state = await spooler('lpstat', ['-r']);
  if (!state.startsWith('scheduler is running')) throw printerFailed(state);
}

async function findDefaultPrinter(): Promise<string | undefined> {
  return /^system default destination: (.+)$/m.exec(await spooler('lpstat', ['-d']))?.[1];
}

function spooler(command: string, args: string[], input: Uint8Array = new Uint8Array()): Promise<string> {
  return new Promise((resolve, reject) => {
    // The C locale makes the answers readable by a program; the interface shows them as they are.
    const options = { env: { ...process.env, LC_ALL: 'C' }, timeout: TIMEOUT_MS };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(printerFailed(stderr || error.message, error));
      else resolve(stdout);
    });
    // A command that ends before reading its input is judged by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function printerFailed(words: string, cause?: unknown): GuichetError {
  return new GuichetError('printer-failed', {
    detail: { cause: words.trim().replaceAll(/\s+/g, ' ') },
    cause,
  });
}
