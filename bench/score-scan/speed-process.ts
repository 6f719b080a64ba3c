import { createScanReader } from '#main/scan/index.ts';
import type { SheetLookup } from '#main/scan/index.ts';
import type { Speed, SpeedTask } from './measure-speed.ts';

const WATCH_EVERY_MS = 50;

process.once('message', (task: SpeedTask) => void measure(task));

async function measure({ files, layouts, size, workers }: SpeedTask): Promise<void> {
  const reader = createScanReader({ workers });
  const stack = Array.from({ length: size }, (_, index) => files[index % files.length]).flatMap(
    (file) => file ?? [],
  );
  const lookup: SheetLookup = ({ code }) => {
    const layout = layouts.find((one) => one.registrationNumber === code.registrationNumber);
    return layout ? { layout, latestVersion: layout.version } : 'foreign';
  };
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), WATCH_EVERY_MS);
  await reader.read([...files, ...files], lookup, { onPage: () => undefined });
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await reader.read(stack, lookup, { onPage: ({ reading }) => times.push(reading.elapsedMs) });
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  await reader.close();
  const speed: Speed = {
    pagesPerSecond: stack.length / seconds,
    cpuMsPerPage: (user + system) / 1000 / stack.length,
    worstPageMs: Math.max(...times),
    peakMb: Math.round(peak / 2 ** 20),
    pages: stack.length,
  };
  process.send?.(speed, () => process.disconnect());
}
