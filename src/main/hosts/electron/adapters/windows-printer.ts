import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { BrowserWindow, session } from 'electron';
import { GuichetError } from '#shared/errors.ts';
import type { PrinterDescription } from '#shared/contract/printing.ts';
import type { Printer, PrintRequest, SpoolJob, SpoolState } from '#main/ports/printer.ts';
import { findWindowsDefaultPrinter } from './windows-default-printer.ts';
import {
  removeWindowsPrintJob,
  windowsPrintJobs,
  windowsSpoolState,
  type WindowsPrintJob,
} from './windows-print-jobs.ts';

const DOCUMENT_URL = 'guichet-print://document/';

/** Prints with Chromium's own PDF engine: Windows has no command that prints a PDF two-sided. */
export function createWindowsPrinter(): Printer {
  return {
    list: () => withHiddenWindow(listPrinters),
    print: (request) => withHiddenWindow((window) => printIn(window, request)),
    follow,
    cancel,
  };
}

async function listPrinters(window: BrowserWindow): Promise<PrinterDescription[]> {
  const [printers, defaultName] = await Promise.all([
    window.webContents.getPrintersAsync(),
    findWindowsDefaultPrinter(),
  ]);
  return printers.map(({ name }) => ({
    name,
    isDefault: name === defaultName,
    troubles: [],
    hasColour: null,
    printsBothSides: null,
  }));
}

async function printIn(window: BrowserWindow, request: PrintRequest): Promise<SpoolJob> {
  const printers = await listPrinters(window);
  const printer = printers.find(({ name, isDefault }) =>
    request.printer === undefined ? isDefault : name === request.printer,
  );
  if (!printer) {
    throw request.printer === undefined
      ? new GuichetError('no-printer')
      : new GuichetError('printer-gone', { detail: { printer: request.printer } });
  }
  // The document goes from memory to the engine: it holds personal data and must leave no copy in a temporary folder.
  window.webContents.session.protocol.handle('guichet-print', () => {
    const body = new Uint8Array(request.pdf);
    return new Response(body, { headers: { 'Content-Type': 'application/pdf' } });
  });
  await window.loadURL(DOCUMENT_URL);
  const before = await jobsIfTold(printer.name);
  await sendToPrinter(window, printer.name);
  return { printer: printer.name, job: newJobOf(printer.name, before, await jobsIfTold(printer.name)) };
}

/** In place of a job's number: it left the queue at once, or Windows did not tell which it is. Neither can be taken out. */
const LEFT_AT_ONCE = 'left';
const UNTOLD = 'untold';

function nameOf(printer: string, number: number | typeof LEFT_AT_ONCE | typeof UNTOLD): string {
  return `${printer}-${number}`;
}

function jobsIfTold(printer: string): Promise<WindowsPrintJob[] | undefined> {
  return windowsPrintJobs(printer).catch(() => undefined);
}

/**
 * Electron does not tell which job it made: it is the one of this user that was not there before. Where there is any doubt it is none: a
 * colleague's document must never be taken for ours, and deleted.
 */
function newJobOf(
  printer: string,
  before: WindowsPrintJob[] | undefined,
  after: WindowsPrintJob[] | undefined,
): string {
  if (!before || !after) return nameOf(printer, UNTOLD);
  const user = userInfo().username.toLowerCase();
  const fresh = after.filter(
    ({ id, user: whose }) => whose.toLowerCase() === user && !before.some((known) => known.id === id),
  );
  const [only] = fresh;
  if (!only) return nameOf(printer, LEFT_AT_ONCE);
  return nameOf(printer, fresh.length === 1 ? only.id : UNTOLD);
}

async function follow(sent: SpoolJob): Promise<SpoolState> {
  if (sent.job === nameOf(sent.printer, UNTOLD)) return { state: 'unknown', troubles: [], words: '' };
  return windowsSpoolState(await findJob(sent));
}

async function cancel(sent: SpoolJob): Promise<SpoolState> {
  const before = await follow(sent);
  const job = await findJob(sent);
  if (!job) return before;
  await removeWindowsPrintJob(sent.printer, job.id).catch(refused);
  return { state: 'cancelled', troubles: [], words: '' };
}

async function findJob({ job, printer }: SpoolJob): Promise<WindowsPrintJob | undefined> {
  const jobs = await windowsPrintJobs(printer).catch(refused);
  return jobs.find(({ id }) => job === nameOf(printer, id));
}

function refused(cause: unknown): never {
  const words = cause instanceof Error ? cause.message : 'spooler';
  throw new GuichetError('printer-failed', { detail: { cause: words }, cause });
}

function sendToPrinter(window: BrowserWindow, deviceName: string): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      { silent: true, deviceName, pageSize: 'A4', duplexMode: 'longEdge' },
      (success, reason) => {
        if (success) resolve();
        else reject(new GuichetError('printer-failed', { detail: { cause: reason } }));
      },
    );
  });
}

async function withHiddenWindow<Result>(use: (window: BrowserWindow) => Promise<Result>): Promise<Result> {
  // A session of its own, in memory: nothing of the document outlives the window, and ours cannot reach it.
  const own = session.fromPartition(randomUUID());
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, plugins: true },
  });
  try {
    return await use(window);
  } finally {
    window.destroy();
  }
}
