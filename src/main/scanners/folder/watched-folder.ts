import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ScannerDescription } from '#shared/contract/scanners.ts';
import { GuichetError } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import type { ScannedFile, Scanner, ScanRequest } from '#main/ports/scanner.ts';
import { claimFile, giveBackAbandoned } from './claim-file.ts';
import { isWhole, lookInFolder, type Seen } from './look-in-folder.ts';

export const FOLDER_PREFIX = 'folder:';

export interface Patience {
  /** Between two looks. Looking, rather than being told, also works on a network share. */
  lookMs: number;
  /** A file that has not changed for so long, and has its end, is whole. */
  stableMs: number;
  /** One that never gets its end is damaged: it is taken too, for a person to see it. */
  hopelessMs: number;
}

const PATIENCE: Patience = { lookMs: 500, stableMs: 1_000, hopelessMs: 60_000 };

/** A folder in which a scanner elsewhere leaves its files; only the one that the station names. */
export function createWatchedFolder(named: () => string | null, patience: Patience = PATIENCE): Scanner {
  return {
    list: () => {
      const folder = named();
      return Promise.resolve({ scanners: folder === null ? [] : [describe(folder)], troubles: [] });
    },
    scan(request, signal) {
      const folder = request.scanner.slice(FOLDER_PREFIX.length);
      if (folder !== named()) throw folderGone(folder);
      return takeFiles(folder, request, signal, patience);
    },
  };
}

function describe(folder: string): ScannerDescription {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return {
    id: `${FOLDER_PREFIX}${folder}`,
    name: folder,
    sources: [{ kind: 'folder', resolutionsDpi: [], colours: [] }],
    trouble: isThere ? null : toWireError(folderGone(folder)),
  };
}

/** Files as they become whole. A followed folder may go away and come back; raising the signal ends it well. */
async function* takeFiles(
  folder: string,
  { follow = false, onePage = false, onTrouble }: ScanRequest,
  signal: AbortSignal,
  patience: Patience,
): AsyncGenerator<ScannedFile> {
  const growing = new Growth(folder, patience);
  let isGone = false;
  while (!signal.aborted) {
    const seen = look(folder);
    if (seen === undefined && !follow) throw folderGone(folder);
    if ((seen === undefined) !== isGone) {
      isGone = seen === undefined;
      onTrouble?.(isGone ? 'folder-gone' : null);
    }
    for (const { name } of growing.whole(seen ?? [])) {
      if (signal.aborted) return;
      const file = yield* takeOne(folder, name);
      if (file && onePage) return;
    }
    if (!follow && growing.count === 0) return;
    await delay(patience.lookMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Whoever receives it keeps it before asking for more; until then the file may still go back. */
async function* takeOne(folder: string, name: string): AsyncGenerator<ScannedFile, boolean> {
  const claimed = claimFile(folder, name);
  if (!claimed) return false;
  let isKept = false;
  try {
    yield { name, bytes: new Uint8Array(readFileSync(claimed.path)) };
    isKept = true;
  } finally {
    if (isKept) claimed.settle();
    else claimed.giveBack();
  }
  return true;
}

/** Which files have stopped changing. */
class Growth {
  readonly #folder: string;
  readonly #patience: Patience;
  #since = new Map<string, { size: number; modifiedMs: number; sinceMs: number }>();

  constructor(folder: string, patience: Patience) {
    this.#folder = folder;
    this.#patience = patience;
  }

  /** Files that are there and not whole yet. */
  get count(): number {
    return this.#since.size;
  }

  /** Of what is seen now, what may be taken; those are forgotten. */
  whole(seen: readonly Seen[]): Seen[] {
    const nowMs = performance.now();
    const known = this.#since;
    this.#since = new Map(
      seen.map(({ name, size, modifiedMs }) => {
        const before = known.get(name);
        const isSame = before?.size === size && before.modifiedMs === modifiedMs;
        return [name, isSame ? before : { size, modifiedMs, sinceMs: nowMs }];
      }),
    );
    const whole = seen.filter(({ name }) => this.#isWhole(name, nowMs));
    for (const { name } of whole) this.#since.delete(name);
    return whole;
  }

  #isWhole(name: string, nowMs: number): boolean {
    const stillMs = nowMs - (this.#since.get(name)?.sinceMs ?? nowMs);
    if (stillMs < this.#patience.stableMs) return false;
    return stillMs >= this.#patience.hopelessMs || isWhole(join(this.#folder, name));
  }
}

/** Undefined when the folder does not answer. */
function look(folder: string): Seen[] | undefined {
  try {
    giveBackAbandoned(folder);
    return lookInFolder(folder);
  } catch {
    return undefined;
  }
}

function folderGone(path: string): GuichetError {
  return new GuichetError('folder-gone', { detail: { path } });
}
