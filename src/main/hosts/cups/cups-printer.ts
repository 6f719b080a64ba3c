import { execFile } from 'node:child_process';
import { GuichetError } from '#shared/errors.ts';
import type { PrinterDescription } from '#shared/contract/printing.ts';
import type { Printer, PrintRequest, SpoolJob, SpoolState } from '#main/ports/printer.ts';
import { askCups, noPrintService } from './ask-cups.ts';
import { printerTroubles, spoolState, wordsOf } from './spool-state.ts';

/** A spooler that does not answer must not hold a clerk. */
const TIMEOUT_MS = 15_000;

const PRINTER_FACTS = [
  'printer-name',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'color-supported',
  'sides-supported',
];

/** Prints through CUPS's own commands and asks it by IPP, on Linux and macOS, in both hosts. */
export function createCupsPrinter(): Printer {
  return { list, print, follow, cancel };
}

async function list(): Promise<PrinterDescription[]> {
  // First, for its reason: `lpstat` fails with no words of use where no service answers.
  const printers = await askPrinters();
  const defaultName = await findDefaultPrinter();
  return printers.map((printer) => {
    const name = String(printer['printer-name']);
    const sides = wordsOf(printer['sides-supported']);
    const colour = printer['color-supported'];
    return {
      name,
      isDefault: name === defaultName,
      troubles: printerTroubles(printer),
      hasColour: typeof colour === 'boolean' ? colour : null,
      printsBothSides: sides.length > 0 ? sides.some((side) => side.startsWith('two-sided')) : null,
    };
  });
}

/** A printer that is out of paper takes the job: it comes out once it is fed, and is followed until then. */
async function print(request: PrintRequest): Promise<SpoolJob> {
  const printer = request.printer ?? (await findDefaultPrinter());
  if (printer === undefined) {
    // `lpstat` says the same of a spooler that does not run.
    await askPrinters();
    throw new GuichetError('no-printer');
  }
  const answer = await spooler(
    'lp',
    ['-d', printer, '-t', request.title, '-o', 'media=A4', '-o', 'sides=two-sided-long-edge'],
    // On standard input: the document holds personal data and must leave no copy in a temporary folder.
    request.pdf,
  ).catch((error: unknown) => {
    throw whyNotTaken(error, printer);
  });
  const job = /request id is (\S+)/.exec(answer)?.[1];
  if (job === undefined) throw printerFailed(answer);
  return { job, printer };
}

async function follow({ job, printer }: SpoolJob): Promise<SpoolState> {
  const number = Number(job.slice(job.lastIndexOf('-') + 1));
  const [[found], printers] = await Promise.all([
    askCups(
      'Get-Job-Attributes',
      {
        'printer-uri': `ipp://localhost/printers/${encodeURIComponent(printer)}`,
        'job-id': number,
        'requested-attributes': ['job-state', 'job-state-reasons', 'job-printer-state-message'],
      },
      'job-attributes-tag',
    ),
    askPrinters(),
  ]);
  // CUPS forgets the jobs of a queue that was removed, and those beyond its history.
  if (!found) return { state: 'unknown', troubles: [], words: '' };
  return spoolState(found, printers.find((one) => one['printer-name'] === printer) ?? {});
}

async function cancel(sent: SpoolJob): Promise<SpoolState> {
  const before = await follow(sent);
  if (!['waiting', 'printing', 'blocked'].includes(before.state)) return before;
  // One that ended in between is refused, and told as it ended.
  await spooler('cancel', [sent.job]).catch(() => undefined);
  return follow(sent);
}

function whyNotTaken(error: unknown, printer: string): unknown {
  if (!(error instanceof GuichetError)) return error;
  if (/does not exist/.test(error.detail?.['cause'] ?? ''))
    return new GuichetError('printer-gone', { detail: { printer }, cause: error });
  // Stopped by us for want of an answer: the spooler may have the document.
  const { cause } = error;
  const isStopped = cause instanceof Error && 'killed' in cause && cause.killed === true;
  return isStopped ? new GuichetError('printer-silent', { cause: error }) : error;
}

function askPrinters() {
  return askCups('CUPS-Get-Printers', { 'requested-attributes': PRINTER_FACTS }, 'printer-attributes-tag');
}

async function findDefaultPrinter(): Promise<string | undefined> {
  return /^system default destination: (.+)$/m.exec(await spooler('lpstat', ['-d']))?.[1];
}

function spooler(command: string, args: string[], input: Uint8Array = new Uint8Array()): Promise<string> {
  return new Promise((resolve, reject) => {
    // The C locale makes the answers readable by a program; the interface shows them as they are.
    const options = { env: { ...process.env, LC_ALL: 'C' }, timeout: TIMEOUT_MS };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') reject(noPrintService(error));
      else if (error) reject(printerFailed(stderr || error.message, error));
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
