import { expect, test } from 'vitest';
import type { Printer } from './printer.ts';

/** A printer with two queues, `guichet` (the default one) and `accueil`, and a look at what came out. */
export interface PrinterBench {
  printer: Printer;
  lastPrinted(): Promise<{ document: Uint8Array; queue: string; media: string; sides: string }>;
}

const PDF = new TextEncoder().encode('%PDF-1.7\n% une confirmation fictive\n%%EOF\n');

/** What the core relies on, whichever host prints. */
export function testPrinter(adapter: string, bench: () => PrinterBench): void {
  test(`${adapter} names its printers, and which one is the default`, async () => {
    const printers = await bench().printer.list();

    expect(
      printers
        .toSorted((one, other) => one.name.localeCompare(other.name))
        .map(({ name, isDefault, troubles }) => ({ name, isDefault, troubles })),
    ).toEqual([
      { name: 'accueil', isDefault: false, troubles: [] },
      { name: 'guichet', isDefault: true, troubles: [] },
    ]);
  });

  test(`${adapter} prints the very bytes it was given, two-sided on A4`, async () => {
    await bench().printer.print({ pdf: PDF, title: 'Confirmation', printer: 'accueil' });

    const { document, ...look } = await bench().lastPrinted();
    expect({ document: Buffer.from(document).toString(), ...look }).toEqual({
      document: Buffer.from(PDF).toString(),
      queue: 'accueil',
      media: 'A4',
      sides: 'two-sided-long-edge',
    });
  });

  test(`${adapter} prints on the default printer when none is named, and names the job`, async () => {
    const { job, printer } = await bench().printer.print({ pdf: PDF, title: 'Confirmation' });

    expect({ job, printer }).toEqual({
      job: expect.stringContaining('guichet') as string,
      printer: 'guichet',
    });
    expect((await bench().lastPrinted()).queue).toBe('guichet');
  });

  test(`${adapter} follows what it printed to its end, and cancels nothing that is over`, async () => {
    const { printer } = bench();
    const job = await printer.print({ pdf: PDF, title: 'Confirmation' });
    await expect.poll(async () => (await printer.follow(job)).state, { timeout: 10_000 }).toBe('printed');

    expect(await printer.cancel(job)).toEqual({ state: 'printed', troubles: [], words: '' });
  });

  test(`${adapter} refuses a printer that does not exist`, async () => {
    const printing = bench().printer.print({ pdf: PDF, title: 'Confirmation', printer: 'inconnue' });

    await expect(printing).rejects.toMatchObject({
      code: 'printer-gone',
      detail: { printer: 'inconnue' },
    });
  });
}
