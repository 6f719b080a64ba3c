import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { extname, join } from 'node:path';
import { isRunning } from '../is-running.ts';

/** Names that the clerk sees in her folder. */
const IN_HAND = 'en-cours';
const TAKEN = 'pris';

export interface ClaimedFile {
  path: string;
  /** It is read and kept elsewhere: goes to `pris`, under a name of its own. */
  settle(): void;
  /** It could not be kept: goes back where it was found. */
  giveBack(): void;
}

/**
 * Takes a file by renaming it, which only one of several stations on a shared folder can do. Undefined: another one took it, or its
 * writer still holds it. Nothing is ever deleted.
 */
export function claimFile(folder: string, name: string): ClaimedFile | undefined {
  const hand = join(folder, IN_HAND, `${hostname()}-${process.pid}`);
  const path = join(hand, name);
  try {
    mkdirSync(hand, { recursive: true });
    renameSync(join(folder, name), path);
  } catch {
    return undefined;
  }
  const moveTo = (target: string) => {
    mkdirSync(target, { recursive: true });
    renameSync(path, freeName(target, name));
    removeIfEmpty(hand);
    removeIfEmpty(join(folder, IN_HAND));
  };
  return { path, settle: () => moveTo(join(folder, TAKEN)), giveBack: () => moveTo(folder) };
}

/** Puts back what this machine had in hand when the program was killed; the rest belongs to other stations. */
export function giveBackAbandoned(folder: string): void {
  const inHand = join(folder, IN_HAND);
  if (!existsSync(inHand)) return;
  for (const owner of readdirSync(inHand)) {
    const pid = owner.startsWith(`${hostname()}-`) ? Number(owner.slice(hostname().length + 1)) : Number.NaN;
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    const hand = join(inHand, owner);
    for (const name of readdirSync(hand)) renameSync(join(hand, name), freeName(folder, name));
    removeIfEmpty(hand);
  }
  removeIfEmpty(inHand);
}

/** `scan.jpg`, else `scan (2).jpg`: a rename would silently replace what is there. */
function freeName(folder: string, name: string): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let times = 1; ; times += 1) {
    const path = join(folder, times === 1 ? name : `${stem} (${times})${ending}`);
    if (!existsSync(path)) return path;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not empty, or already gone: either is right.
  }
}
