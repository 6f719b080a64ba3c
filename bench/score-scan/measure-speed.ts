import { createScanReader } from '#main/scan/index.ts';
import type { ScanFile, SheetLookup } from '#main/scan/index.ts';

export interface Speed {
  pagesPerSecond: number;
  /** Of processor, all threads together: it tells the reader's own cost where the machine was busy with other things. */
  cpuMsPerPage: number;
  worstPageMs: number;
  peakMb: number;
  pages: number;
}

/** A stack of office scans through the whole reader, once warm. */
export async function measureSpeed(
  pages: readonly ScanFile[],
  lookup: SheetLookup,
  size: number,
  workers = 2,
): Promise<Speed> {
  const reader = createScanReader({ workers });
  const stack = Array.from({ length: size }, (_, index) => pages[index % pages.length]).flatMap(
    (page) => page ?? [],
  );
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  try {
    await reader.read([...pages], lookup, { onPage: () => undefined });
    const times: number[] = [];
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    await reader.read(stack, lookup, { onPage: ({ reading }) => times.push(reading.elapsedMs) });
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      pagesPerSecond: stack.length / seconds,
      cpuMsPerPage: (user + system) / 1000 / stack.length,
      worstPageMs: Math.max(...times),
      peakMb: Math.round(peak / 2 ** 20),
      pages: stack.length,
    };
  } finally {
    clearInterval(watch);
    await reader.close();
  }
}
