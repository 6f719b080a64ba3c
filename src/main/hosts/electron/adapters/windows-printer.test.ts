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

const { createWindowsPrinter } = await import('./windows-printer.ts');
const { printerOfDevice } = await import('./windows-default-printer.ts');

beforeEach(() => Object.assign(electron, { printed: [], refusal: '', openWindows: 0 }));

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

test('the default printer is read in what Windows answers', () => {
  const answer = (device: string) =>
    `\r\nHKEY_CURRENT_USER\\...\\Windows\r\n    Device    REG_SZ    ${device}\r\n\r\n`;

  expect([
    printerOfDevice(answer('HP LaserJet,winspool,Ne00:')),
    printerOfDevice(answer('Bureau 12, recto-verso,winspool,Ne01:')),
    printerOfDevice('ERROR: The system was unable to find the specified registry key'),
  ]).toEqual(['HP LaserJet', 'Bureau 12, recto-verso', undefined]);
});
