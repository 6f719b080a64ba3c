import type { StationContext } from './context.ts';
import type { ScanReader } from './scan/index.ts';

export type KeptReader = (context: Pick<StationContext, 'atClose'>) => Promise<ScanReader>;

/**
 * One reader of scans for the whole program, of stacks as of charts: its workers take longer to start than to read a page, and as many
 * readers as jobs would take all its memory. Loaded by the first scan, not by who starts the program.
 */
export function keptReader(): KeptReader {
  let reader: Promise<ScanReader> | undefined;
  return (context) => {
    reader ??= import('./scan/index.ts').then(({ createScanReader }) => {
      const created = createScanReader();
      context.atClose(async () => {
        reader = undefined;
        await created.close();
      });
      return created;
    });
    // What could not be loaded once, of a disk that did not answer, is asked again by the next scan.
    reader.catch(() => (reader = undefined));
    return reader;
  };
}
