import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { GuichetError } from '#shared/errors.ts';
import type { PrinterDescription } from '#shared/contract/printing.ts';
import type { Printer, PrintRequest, SpoolJob, SpoolState } from '#main/ports/printer.ts';
import { findWindowsDefaultPrinter } from './windows-default-printer.ts';
import { removeWindowsPrintJob, windowsPrintJobs, windowsSpoolState } from './windows-print-jobs.ts';

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
  const before = await jobNumbers(printer.name);
  await sendToPrinter(window, printer.name);
  const sent = (await jobNumbers(printer.name)).find((number) => !before.includes(number));
  return { printer: printer.name, job: sent === undefined ? printer.name : `${printer.name}-${sent}` };
}

/** Electron does not tell the number of what it sent: it is the one that was not there before; none when it is printed already. */
function jobNumbers(printer: string): Promise<number[]> {
  return windowsPrintJobs(printer).then(
    (jobs) => jobs.map(({ id }) => id),
    () => [],
  );
}

async function follow({ job, printer }: SpoolJob): Promise<SpoolState> {
  return windowsSpoolState(await findJob({ job, printer }));
}

async function cancel(sent: SpoolJob): Promise<void> {
  const job = await findJob(sent);
  if (job) await removeWindowsPrintJob(sent.printer, job.id).catch(refused);
}

async function findJob({ job, printer }: SpoolJob) {
  const jobs = await windowsPrintJobs(printer).catch(refused);
  return jobs.find(({ id }) => job === `${printer}-${id}`);
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
