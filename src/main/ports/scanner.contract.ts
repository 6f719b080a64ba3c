import { expect, test } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import type { ScanChoice } from '#shared/contract/scanners.ts';
import type { ScannedFile, Scanner, ScanRequest } from './scanner.ts';

/** A scanner whose feeder is full: so many sheets wait in it, anew for each test. */
export interface ScannerBench {
  scanner: Scanner;
  choice: ScanChoice;
  sheets: number;
  /** Whether raising the signal is how it is ended (a folder), or cuts it short. */
  endsWell?: boolean;
}

/** Everything a scan gave, and the code it ended with. */
export async function scanned(
  scanner: Scanner,
  request: ScanRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ files: ScannedFile[]; fault: string | undefined }> {
  const files: ScannedFile[] = [];
  try {
    for await (const file of scanner.scan(request, signal)) files.push(file);
    return { files, fault: undefined };
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    return { files, fault: error.code };
  }
}

/** What the core relies on, however the paper becomes images. */
export function testScanner(adapter: string, makeBench: () => ScannerBench | Promise<ScannerBench>): void {
  test(`${adapter} names its scanner with the source that is asked of it`, async () => {
    const { scanner, choice } = await makeBench();
    const { scanners, troubles } = await scanner.list();
    const found = scanners.find(({ id }) => id === choice.scanner);

    expect({
      troubles,
      trouble: found?.trouble,
      hasSource: found?.sources.some(({ kind }) => kind === choice.source),
    }).toEqual({ troubles: [], trouble: null, hasSource: true });
  });

  test(`${adapter} gives every sheet, each a whole image under a name of its own`, async () => {
    const { scanner, choice, sheets } = await makeBench();
    const { files, fault } = await scanned(scanner, choice);

    expect({
      fault,
      names: new Set(files.map(({ name }) => name)).size,
      starts: files.map(({ bytes }) => Buffer.from(bytes.subarray(0, 3)).toString('hex')),
      ends: files.map(({ bytes }) => Buffer.from(bytes.subarray(-2)).toString('hex')),
    }).toEqual({
      fault: undefined,
      names: sheets,
      starts: Array<string>(sheets).fill('ffd8ff'),
      ends: Array<string>(sheets).fill('ffd9'),
    });
  });

  test(`${adapter} gives one sheet when one is asked for`, async () => {
    const { scanner, choice } = await makeBench();
    const { files, fault } = await scanned(scanner, { ...choice, onePage: true });

    expect({ pages: files.length, fault }).toEqual({ pages: 1, fault: undefined });
  });

  test(`${adapter} keeps the pages that came before it was stopped`, async () => {
    const { scanner, choice, endsWell = false } = await makeBench();
    const stop = new AbortController();
    const pages: ScannedFile[] = [];
    const scanning = (async () => {
      for await (const file of scanner.scan(choice, stop.signal)) {
        pages.push(file);
        stop.abort();
      }
    })();

    expect(await scanning.catch((error: unknown) => (error as GuichetError).code)).toBe(
      endsWell ? undefined : 'cancelled',
    );
    expect(pages.length).toBeGreaterThan(0);
  });

  test(`${adapter} does not scan on a scanner that is not there`, async () => {
    const { scanner, choice } = await makeBench();
    const { files, fault } = await scanned(scanner, { ...choice, scanner: `${choice.scanner}-absent` });

    expect({
      files,
      isFault: ['scanner-gone', 'folder-gone', 'scanner-address-refused'].includes(fault ?? ''),
    }).toEqual({
      files: [],
      isFault: true,
    });
  });
}
