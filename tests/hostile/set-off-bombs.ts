import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scannedImages } from '../builders/scanned-images.ts';
import type { BombReport } from './bomb-process.ts';
import { IMAGE_BOMBS } from './image-bombs.ts';

const PROGRAM = fileURLToPath(new URL('bomb-process.ts', import.meta.url));

export interface SetOff {
  /** Of each bomb, whether every page of it was refused, and how long that took. */
  bombs: { what: string; isRefused: boolean; ms: number }[];
  peakMb: number;
}

/** Gives every bomb to the reader of scans, real workers and all. */
export async function setOffBombs(): Promise<SetOff> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bombs-'));
  try {
    const everyday = join(folder, 'page.jpg');
    const [page] = await scannedImages(1);
    if (page) writeFileSync(everyday, page);
    const paths: string[] = [];
    for (const { name, make } of IMAGE_BOMBS) {
      paths.push(join(folder, name));
      writeFileSync(join(folder, name), await make());
    }
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, everyday, ...paths]);
    const { read, peakMb } = JSON.parse(stdout) as BombReport;
    const bombs = IMAGE_BOMBS.map(({ what, name }) => {
      const { statuses = [], ms = Infinity } = read.find((one) => one.name === name) ?? {};
      return { what, isRefused: statuses.length > 0 && statuses.every((one) => one === 'unreadable'), ms };
    });
    return { bombs, peakMb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
