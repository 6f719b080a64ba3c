import { expect, test, vi } from 'vitest';
import { usePrivateSpooler } from '../../../../tests/builders/use-private-spooler.ts';
import { testPrinter } from '#main/ports/printer.contract.ts';
import { createCupsPrinter } from './cups-printer.ts';

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
const spooler = usePrivateSpooler('guichet', 'accueil');

testPrinter('CUPS', () => ({
  printer: createCupsPrinter(),
  async lastPrinted() {
    const { document, pageLog } = await spooler().lastPrinted();
    // printer user job [date] total pages billing host title media sides
    const words = pageLog.split(' ');
    return { document, queue: words.at(0) ?? '', media: words.at(-2) ?? '', sides: words.at(-1) ?? '' };
  },
}));

test('a job for a stopped printer is blocked and says why; taken out, nothing is left to come out one day', async () => {
  spooler().addQueue('bourrage');
  spooler().disable('bourrage');
  const printer = createCupsPrinter();
  const job = await printer.print({ pdf: PDF, title: 'Confirmation', printer: 'bourrage' });
  const blocked = await printer.follow(job);
  const after = await printer.cancel(job);

  expect({
    blocked,
    listed: (await printer.list()).find(({ name }) => name === 'bourrage')?.troubles,
    after,
    waiting: spooler().waitingJobs(),
  }).toEqual({
    blocked: { state: 'blocked', troubles: ['paused'], words: 'Paused' },
    listed: ['paused'],
    after: { state: 'cancelled', troubles: [], words: '' },
    waiting: [],
  });
  spooler().removeQueue('bourrage');
});

test('a job goes on by itself once its printer does', async () => {
  spooler().addQueue('papier');
  spooler().disable('papier');
  const printer = createCupsPrinter();
  const job = await printer.print({ pdf: PDF, title: 'Confirmation', printer: 'papier' });
  expect((await printer.follow(job)).state).toBe('blocked');
  spooler().enable('papier');

  await expect.poll(async () => (await printer.follow(job)).state, { timeout: 10_000 }).toBe('printed');
});

test('a job that the spooler no longer knows is unknown', async () => {
  expect(await createCupsPrinter().follow({ job: 'guichet-9999', printer: 'guichet' })).toEqual({
    state: 'unknown',
    troubles: [],
    words: '',
  });
});

test('a spooler that does not run is a failure, for the list as for a print', async () => {
  vi.stubEnv('CUPS_SERVER', '/nonexistent/cups.sock');
  const printer = createCupsPrinter();
  const failure = { code: 'no-print-service', detail: { cause: expect.any(String) as string } };

  await expect(printer.list()).rejects.toMatchObject(failure);
  await expect(printer.print({ pdf: PDF, title: 'Confirmation' })).rejects.toMatchObject(failure);
  vi.stubEnv('CUPS_SERVER', spooler().address);
});

test('a machine without CUPS is a failure', async () => {
  const path = process.env.PATH;
  vi.stubEnv('PATH', '/nonexistent');

  await expect(createCupsPrinter().print({ pdf: PDF, title: 'Confirmation' })).rejects.toMatchObject({
    code: 'no-print-service',
    detail: { cause: 'spawn lpstat ENOENT' },
  });
  vi.stubEnv('PATH', path);
});
