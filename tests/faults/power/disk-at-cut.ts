import { dirname } from 'node:path';
import type { Step } from './read-log.ts';

type FileStep = Extract<Step, { kind: 'write' | 'truncate' }>;
type NameStep = Extract<Step, { kind: 'create' | 'folder' | 'rename' | 'unlink' }>;

/** What a disk holds for sure at a moment, and what only the memory of the machine held. */
export interface DiskAtCut {
  /** By inode, in order: what was synced. */
  kept: Map<number, FileStep[]>;
  /** By inode, in order: what a power cut may lose, wholly or in part. */
  atRisk: Map<number, FileStep[]>;
  keptNames: NameStep[];
  /** In the order of the file system's journal: a cut loses the end of it. */
  namesAtRisk: NameStep[];
}

/**
 * Plays the steps before `cut`. A sync keeps what its file was given before that sync began, and the name a new file was made
 * under (as ext4, XFS and NTFS do); a name changed or removed is kept by a sync of its folder only.
 */
export function diskAtCut(
  steps: readonly Step[],
  cut: number,
  inodeOfFolder: Map<string, number>,
): DiskAtCut {
  const disk: DiskAtCut = { kept: new Map(), atRisk: new Map(), keptNames: [], namesAtRisk: [] };
  const folders = new Map(inodeOfFolder);
  /** By thread and inode: how much was at risk when its sync began. */
  const begun = new Map<string, { content: number; names: NameStep[] }>();
  for (const step of steps.slice(0, cut)) {
    switch (step.kind) {
      case 'write':
      case 'truncate':
        listOf(disk.atRisk, step.inode).push(step);
        break;
      case 'create':
      case 'folder':
      case 'rename':
      case 'unlink':
        if (step.kind === 'folder') folders.set(step.path, step.inode);
        disk.namesAtRisk.push(step);
        break;
      case 'syncBegins':
        begun.set(`${step.thread} ${step.inode}`, {
          content: disk.atRisk.get(step.inode)?.length ?? 0,
          names: disk.namesAtRisk.filter((name) => isSyncedBy(name, step.inode, folders)),
        });
        break;
      case 'syncEnds': {
        const start = begun.get(`${step.thread} ${step.inode}`);
        if (start) keep(disk, step.inode, start);
        break;
      }
      case 'said':
        break;
    }
  }
  return disk;
}

function isSyncedBy(name: NameStep, inode: number, folders: Map<string, number>): boolean {
  if (name.kind === 'create' && name.inode === inode) return true;
  return folders.get(folderOf(name.kind === 'rename' ? name.to : name.path)) === inode;
}

function keep(disk: DiskAtCut, inode: number, start: { content: number; names: NameStep[] }): void {
  const atRisk = listOf(disk.atRisk, inode);
  listOf(disk.kept, inode).push(...atRisk.splice(0, start.content));
  const synced = new Set(start.names);
  disk.keptNames.push(...disk.namesAtRisk.filter((name) => synced.has(name)));
  disk.namesAtRisk = disk.namesAtRisk.filter((name) => !synced.has(name));
}

function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : folder;
}

function listOf(lists: Map<number, FileStep[]>, inode: number): FileStep[] {
  let list = lists.get(inode);
  if (!list) lists.set(inode, (list = []));
  return list;
}
