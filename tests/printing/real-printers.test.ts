import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCupsPrinter } from '#main/hosts/cups/cups-printer.ts';
import { anAnswer } from '../builders/answers.ts';
import { startIppPrinter, type IppPrinter } from '../builders/ipp-printer.ts';
import { usePrivateSpooler } from '../builders/use-private-spooler.ts';
import { aStation } from '../builders/station.ts';

const spooler = usePrivateSpooler();
let network: IppPrinter;

beforeAll(async () => {
  network = await startIppPrinter('Recto-verso');
  spooler().addNetworkQueue('reseau', network.uri);
}, 30_000);

afterAll(() => network.stop());

/** The words of each page, as a reader of the paper would see them in order. */
function pagesOf(pdf: Uint8Array): string[] {
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  return stdout
    .split('\f')
    .map((page) => page.trim().replaceAll(/\s+/g, ' '))
    .filter((page) => page !== '');
}

/** The pages one under the other, in grey levels, coarse enough that the drawing of an edge does not count. */
function looksOf(pdf: Uint8Array): Buffer {
  const { stdout } = spawnSync('pdftoppm', ['-scale-to-x', '248', '-scale-to-y', '351', '-gray', '-'], {
    input: pdf,
    maxBuffer: 10_000_000,
  });
  return stdout;
}

function meanDifference(one: Buffer, other: Buffer): number {
  return one.reduce((sum, level, at) => sum + Math.abs(level - (other[at] ?? 0)), 0) / one.length;
}

/** What a page left white would differ by. */
function blankness(look: Buffer): number {
  return meanDifference(look, Buffer.alloc(look.length, 255));
}

async function printedOn(queue: string) {
  const station = await aStation({ printer: createCupsPrinter() });
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  const { pdf } = await station.call('confirmations.issue', { number });
  await station.call('confirmations.print', { number, printer: queue });
  const stateOf = async () => (await station.call('prints.list', {})).at(0)?.state;
  return { station, pdf, stateOf };
}

it('a two-sided network printer receives the archived confirmation, for both sides of the paper', async () => {
  const { pdf, stateOf } = await printedOn('reseau');
  await expect.poll(() => network.last()?.document.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(0);
  // It takes as long as paper would: five seconds at least.
  expect(['waiting', 'printing']).toContain(await stateOf());
  await expect.poll(stateOf, { timeout: 40_000, interval: 500 }).toBe('printed');
  const came = network.last();

  expect(came?.sides).toBe('two-sided-long-edge');
  expect(pagesOf(came?.document ?? Buffer.alloc(0))).toEqual(pagesOf(pdf));
}, 70_000);

it('what cups-pdf writes looks as the archived confirmation; it runs for root only, and elsewhere the print is told as stopped', async () => {
  const written = spooler().addPdfQueue('fichier');
  const { pdf, stateOf } = await printedOn('fichier');
  const mayRun = process.getuid?.() === 0;
  await expect.poll(stateOf, { timeout: 20_000 }).toBe(mayRun ? 'printed' : 'blocked');

  // It goes through PostScript, which keeps no words: what is seen is compared.
  const [meant, seen] = [looksOf(pdf), looksOf(written.takeLast() ?? Buffer.alloc(0))];
  expect(seen.length).toBe(mayRun ? meant.length : 0);
  expect(meanDifference(meant, seen)).toBeLessThan(mayRun ? blankness(meant) / 2 : Infinity);
}, 40_000);

it('a network printer that is switched off blocks what is sent to it, and says that it cannot be reached', async () => {
  await network.stop();
  const { station, stateOf } = await printedOn('reseau');
  await expect.poll(stateOf, { timeout: 20_000 }).toBe('blocked');
  const [print] = await station.call('prints.list', {});

  expect(print?.troubles).toEqual(['unreachable']);
  await station.call('prints.cancel', { id: print?.id ?? '' });
  expect(await stateOf()).toBe('cancelled');
  expect(spooler().waitingJobs()).toEqual([]);
}, 40_000);
