import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Random } from '../harness/random.ts';
import { diskAtCut } from './disk-at-cut.ts';
import type { Step } from './read-log.ts';

/** A folder as it was when its recording began, and what was done to it since. */
export interface Recording {
  /** A copy of the folder at the beginning. */
  baseFolder: string;
  /** Of that beginning: path below the folder → inode of the recorded folder. */
  inodes: Map<string, number>;
  steps: Step[];
}

/** What survives of the bytes that nobody had synced: nothing, everything, or a part chosen sector by sector. */
export type Tearing = 'nothing' | 'everything' | 'sectors' | 'pages';

const UNIT_BYTES: Record<'sectors' | 'pages', number> = { sectors: 512, pages: 4096 };

/** Every path below a folder with its inode, the folder itself as ''. */
export function inodesBelow(folder: string): Map<string, number> {
  const inodes = new Map([['', statSync(folder).ino]]);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    inodes.set(name, statSync(join(folder, name)).ino);
  return inodes;
}

/** Makes `target` the folder that a machine would find after its power was cut before step `cut`. */
export function rebuildFolder(
  recording: Recording,
  target: string,
  { cut, tearing, random }: { cut: number; tearing: Tearing; random: Random },
): void {
  copyFolder(recording.baseFolder, target);
  const disk = diskAtCut(recording.steps, cut, recording.inodes);
  const names = createNames(target, recording.inodes);
  const keptEnd =
    tearing === 'everything' ? disk.namesAtRisk.length : random.below(disk.namesAtRisk.length + 1);
  const inOrder = new Map(recording.steps.map((step, place) => [step as unknown, place]));
  const applied = [...disk.keptNames, ...disk.namesAtRisk.slice(0, tearing === 'nothing' ? 0 : keptEnd)];
  applied.sort((a, b) => (inOrder.get(a) ?? 0) - (inOrder.get(b) ?? 0));
  for (const step of applied) names.apply(step);
  for (const [inode, steps] of disk.kept) writeTo(names.pathOf(inode), steps, () => true);
  for (const [inode, steps] of disk.atRisk) {
    if (tearing === 'nothing') continue;
    if (tearing === 'everything') writeTo(names.pathOf(inode), steps, () => true);
    else writeTo(names.pathOf(inode), steps, () => random.next() < 0.5, UNIT_BYTES[tearing]);
  }
}

/** With owners and rights: PostgreSQL refuses a folder that is not its own. */
export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else if (spawnSync('cp', ['-a', from, to]).status !== 0) throw new Error(`cannot copy ${from}`);
}

interface Names {
  apply(step: Step): void;
  /** Undefined for a file that no name leads to. */
  pathOf(inode: number): string | undefined;
}

/** Files keep their content when their name changes: they are followed by inode. */
function createNames(target: string, inodes: Map<string, number>): Names {
  const pathByInode = new Map([...inodes].map(([path, inode]) => [inode, path]));
  return {
    pathOf(inode) {
      const path = pathByInode.get(inode);
      return path === undefined ? undefined : join(target, path);
    },
    apply(step) {
      if (step.kind === 'create' || step.kind === 'folder') {
        pathByInode.set(step.inode, step.path);
        make(join(target, step.path), step.kind === 'folder');
      } else if (step.kind === 'rename') {
        if (pathByInode.get(step.inode) !== step.path) make(join(target, step.path), false);
        pathByInode.set(step.inode, step.to);
        mkdirSync(dirname(join(target, step.to)), { recursive: true });
        renameSync(join(target, step.path), join(target, step.to));
      } else if (step.kind === 'unlink') {
        rmSync(join(target, step.path), { recursive: true, force: true });
        for (const [inode, path] of pathByInode) if (path === step.path) pathByInode.delete(inode);
      }
    },
  };
}

/** An empty file or folder, of the owner of the folder it is in. */
function make(path: string, isFolder: boolean): void {
  mkdirSync(isFolder ? path : dirname(path), { recursive: true });
  if (!isFolder) closeSync(openSync(path, 'w', 0o600));
  const { uid, gid } = statSync(dirname(path));
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}

function writeTo(
  path: string | undefined,
  steps: readonly Step[],
  survives: () => boolean,
  unitBytes = Number.MAX_SAFE_INTEGER,
): void {
  if (path === undefined || !existsSync(path) || statSync(path).isDirectory()) return;
  const file = openSync(path, 'r+');
  try {
    for (const step of steps) {
      if (step.kind === 'truncate' && survives()) ftruncateSync(file, step.size);
      if (step.kind === 'write') writeUnits(file, step, survives, unitBytes);
    }
  } finally {
    closeSync(file);
  }
}

function writeUnits(
  file: number,
  { offset, data }: Extract<Step, { kind: 'write' }>,
  survives: () => boolean,
  unitBytes: number,
): void {
  for (let from = 0; from < data.length;) {
    const until = Math.min(data.length, unitBytes - ((offset + from) % unitBytes) + from);
    if (survives()) writeSync(file, data, from, until - from, offset + from);
    from = until;
  }
}
