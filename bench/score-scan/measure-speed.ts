import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScanFile } from '#main/scan/index.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';

export interface Speed {
  pagesPerSecond: number;
  /** Of processor, all threads together: it tells the reader's own cost where the machine was busy with other things. */
  cpuMsPerPage: number;
  worstPageMs: number;
  peakMb: number;
  pages: number;
}

export interface SpeedTask {
  files: ScanFile[];
  layouts: SheetLayout[];
  /** Pages of the stack, the files again and again. */
  size: number;
  workers: number;
}

/** A stack of office scans through the whole reader, once warm, in a process of its own: its memory is the reader's. */
export function measureSpeed(task: SpeedTask): Promise<Speed> {
  const child = fork(fileURLToPath(new URL('speed-process.ts', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (speed: Speed) => resolve(speed));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the measure ended with ${code}`)));
    child.send(task);
  });
}
