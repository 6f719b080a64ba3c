import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPrivateSpooler, type PrivateSpooler } from '../../../tests/builders/private-spooler.ts';
import { testPrinter } from '#main/ports/printer.contract.ts';
import { createCupsPrinter } from './cups.ts';

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
let spooler: PrivateSpooler;

beforeAll(async () => {
  spooler = await startPrivateSpooler();
  vi.stubEnv('CUPS_SERVER', spooler.address);
  spooler.addQueue('guichet', { isDefault: true });
  spooler.addQueue('accueil');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await spooler.stop();
});

testPrinter('CUPS', () => ({
  printer: createCupsPrinter(),
  async lastPrinted() {
    const { document, pageLog } = await spooler.lastPrinted();
    // printer user job [date] total pages billing host title media sides
    const words = pageLog.split(' ');
    return { document, queue: words.at(0) ?? '', media: words.at(-2) ?? '', sides: words.at(-1) ?? '' };
  },
}));

test('a disabled queue is a failure, and keeps no job that would come out one day unattended', async () => {
  spooler.addQueue('bourrage');
  spooler.disable('bourrage');

  await expect(
    createCupsPrinter().print({ pdf: PDF, title: 'Confirmation', printer: 'bourrage' }),
  ).rejects.toMatchObject({
    code: 'printer-failed',
    detail: { cause: expect.stringContaining('printer bourrage disabled') as string },
  });
  expect(spooler.waitingJobs()).toEqual([]);
  spooler.removeQueue('bourrage');
});

test('a spooler that does not run is a failure, for the list as for a print', async () => {
  vi.stubEnv('CUPS_SERVER', '/nonexistent/cups.sock');
  const printer = createCupsPrinter();
  const failure = { code: 'printer-failed', detail: { cause: 'scheduler is not running' } };

  await expect(printer.list()).rejects.toMatchObject(failure);
  await expect(printer.print({ pdf: PDF, title: 'Confirmation' })).rejects.toMatchObject(failure);
  vi.stubEnv('CUPS_SERVER', spooler.address);
});

test('a machine without CUPS is a failure', async () => {
  const path = process.env.PATH;
  vi.stubEnv('PATH', '/nonexistent');

  await expect(createCupsPrinter().list()).rejects.toMatchObject({
    code: 'printer-failed',
    detail: { cause: 'spawn lpstat ENOENT' },
  });
  vi.stubEnv('PATH', path);
});
