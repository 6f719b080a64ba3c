import { userInfo } from 'node:os';
import { beforeEach, expect, test, vi } from 'vitest';
import { testPrinter } from '#main/ports/printer.contract.ts';

interface PrintOptions {
  silent: boolean;
  deviceName: string;
  pageSize: string;
  duplexMode: string;
}

/** What Electron would do: a hidden window loads a document through its session and hands it to a printer. */
const electron = vi.hoisted(() => ({
  printed: [] as { document: Uint8Array; options: PrintOptions }[],
  refusal: '',
  openWindows: 0,
  queue: [] as { id: number; user: string; status: string }[],
  /** Whoever prints at the same moment, on the same queue. */
  alsoPrinting: [] as { id: number; user: string; status: string }[],
  isSilent: false,
  isStuck: false,
}));

vi.mock('electron', () => {
  class FakeWindow {
    document = new Uint8Array();
    webContents;
    constructor({ webPreferences }: { webPreferences: { session: { serve?: () => Response } } }) {
      electron.openWindows += 1;
      const { session } = webPreferences;
      this.webContents = {
        session: {
          protocol: { handle: (_scheme: string, serve: () => Response) => (session.serve = serve) },
        },
        getPrintersAsync: () => Promise.resolve([{ name: 'guichet' }, { name: 'accueil' }]),
        print: (options: PrintOptions, done: (success: boolean, reason: string) => void) => {
          if (electron.refusal === '') electron.printed.push({ document: this.document, options });
          if (electron.isStuck)
            electron.queue.push({ id: 12, user: userInfo().username, status: 'Printing, PaperOut' });
          electron.queue.push(...electron.alsoPrinting);
          done(electron.refusal === '', electron.refusal);
        },
      };
      this.loadURL = async () => {
        this.document = new Uint8Array((await session.serve?.().arrayBuffer()) ?? []);
      };
    }
    loadURL: () => Promise<void>;
    destroy() {
      electron.openWindows -= 1;
    }
  }
  return { BrowserWindow: FakeWindow, session: { fromPartition: () => ({}) } };
});
vi.mock('./windows-default-printer.ts', async (original) => ({
  ...(await original<object>()),
  findWindowsDefaultPrinter: () => Promise.resolve('guichet'),
}));

/** A queue that holds what Electron sent until the printer has it. */
vi.mock('./windows-print-jobs.ts', async (original) => ({
  ...(await original<object>()),
  windowsPrintJobs: () =>
    electron.isSilent ? Promise.reject(new Error('timed out')) : Promise.resolve([...electron.queue]),
  removeWindowsPrintJob: (_printer: string, id: number) => {
    electron.queue = electron.queue.filter((job) => job.id !== id);
    return Promise.resolve();
  },
}));

const { jobsOf, windowsSpoolState } = await import('./windows-print-jobs.ts');
const { createWindowsPrinter } = await import('./windows-printer.ts');
const { printerOfDevice } = await import('./windows-default-printer.ts');

beforeEach(() =>
  Object.assign(electron, {
    ...{ printed: [], refusal: '', openWindows: 0 },
    ...{ queue: [], alsoPrinting: [], isStuck: false, isSilent: false },
  }),
);

const IPP_SIDES: Record<string, string> = { longEdge: 'two-sided-long-edge' };

testPrinter('Electron on Windows', () => ({
  printer: createWindowsPrinter(),
  lastPrinted() {
    const last = electron.printed.at(-1);
    if (!last) throw new Error('nothing was printed');
    const { deviceName, pageSize, duplexMode } = last.options;
    return Promise.resolve({
      document: last.document,
      queue: deviceName,
      media: pageSize,
      sides: IPP_SIDES[duplexMode] ?? duplexMode,
    });
  },
}));

test('a printer’s refusal is told in its own words, and leaves no window behind', async () => {
  electron.refusal = 'Print job failed';
  const printing = createWindowsPrinter().print({ pdf: new Uint8Array(3), title: 'Confirmation' });

  await expect(printing).rejects.toMatchObject({
    code: 'printer-failed',
    detail: { cause: 'Print job failed' },
  });
  expect(electron.openWindows).toBe(0);
});

test('a job that stays in the queue is told as Windows tells it, and can be taken out', async () => {
  electron.isStuck = true;
  const printer = createWindowsPrinter();
  const job = await printer.print({ pdf: new Uint8Array(3), title: 'Confirmation' });
  const stuck = await printer.follow(job);
  const { state } = await printer.cancel(job);

  expect({ job: job.job, stuck, state, left: electron.queue }).toEqual({
    job: 'guichet-12',
    stuck: { state: 'blocked', troubles: ['no-paper'], words: 'Printing, PaperOut' },
    state: 'cancelled',
    left: [],
  });
});

test('of what colleagues print at the same moment nothing is taken for ours', async () => {
  electron.isStuck = true;
  electron.alsoPrinting = [{ id: 13, user: 'collegue', status: 'Printing' }];
  const printer = createWindowsPrinter();
  const job = await printer.print({ pdf: new Uint8Array(3), title: 'Confirmation' });
  await printer.cancel(job);

  expect({ job: job.job, left: electron.queue.map(({ id }) => id) }).toEqual({
    job: 'guichet-12',
    left: [13],
  });
});

test('a job that Windows does not tell from another is unknown, and nothing is deleted for it', async () => {
  const printer = createWindowsPrinter();
  electron.isStuck = true;
  electron.alsoPrinting = [{ id: 13, user: userInfo().username, status: 'Printing' }];
  const doubtful = await printer.print({ pdf: new Uint8Array(3), title: 'Confirmation' });
  electron.isSilent = true;
  const untold = await printer.print({ pdf: new Uint8Array(3), title: 'Confirmation' });
  electron.isSilent = false;

  expect([(await printer.cancel(doubtful)).state, (await printer.follow(untold)).state]).toEqual([
    'unknown',
    'unknown',
  ]);
  expect(electron.queue).toHaveLength(4);
});

test('a queue that Windows cannot read is a failure, never the end of a print', async () => {
  electron.isStuck = true;
  const printer = createWindowsPrinter();
  const job = await printer.print({ pdf: new Uint8Array(3), title: 'Confirmation' });
  electron.isSilent = true;

  await expect(printer.follow(job)).rejects.toMatchObject({ code: 'printer-failed' });
});

test('what PowerShell says of a queue is read, be there no job, one or several', () => {
  expect([
    jobsOf('\r\n'),
    jobsOf('{"Id":3,"UserName":"agent","JobStatus":"Normal"}'),
    jobsOf(
      '[{"Id":3,"UserName":"agent","JobStatus":"Printing"},{"Id":4,"UserName":null,"JobStatus":"Deleting"}]',
    ).map((job) => windowsSpoolState(job).state),
  ]).toEqual([[], [{ id: 3, user: 'agent', status: 'Normal' }], ['printing', 'cancelled']]);
});

test('the default printer is read in what Windows answers', () => {
  const answer = (device: string) =>
    `\r\nHKEY_CURRENT_USER\\...\\Windows\r\n    Device    REG_SZ    ${device}\r\n\r\n`;

  expect([
    printerOfDevice(answer('HP LaserJet,winspool,Ne00:')),
    printerOfDevice(answer('Bureau 12, recto-verso,winspool,Ne01:')),
    printerOfDevice('ERROR: The system was unable to find the specified registry key'),
  ]).toEqual(['HP LaserJet', 'Bureau 12, recto-verso', undefined]);
});
