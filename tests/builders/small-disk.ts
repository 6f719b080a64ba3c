import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aFolder } from './folder.ts';

export interface SmallDisk {
  folder: string;
  grow(kibibytes: number): void;
  protect(): void;
  /** As a key that is pulled out: what is open stays open, the folder is gone. */
  pull(): void;
}

/** A disk of that size that goes away with the test. Only root may mount one: the container of a build is root. */
export function aSmallDisk(kibibytes: number): SmallDisk {
  const folder = join(aFolder(), 'disk');
  mkdirSync(folder);
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'guichet-essai', folder]).status;
  if (mount(`size=${kibibytes}k,mode=777`) !== 0)
    throw new Error('A full disk is played on a small tmpfs: run this test as root, where mount is allowed.');
  const unmount = () => void spawnSync('umount', ['-l', folder]);
  onTestFinished(unmount);
  return {
    folder,
    grow: (size) => void mount(`remount,size=${size}k`),
    protect: () => void mount(`remount,ro,size=${kibibytes}k`),
    pull: unmount,
  };
}

/** Leaves no room at all, whatever is there. */
export function fillDisk(folder: string): string {
  const ballast = join(folder, 'ballast');
  for (let size = 4 * 1024 * 1024, number = 0; size >= 512;) {
    try {
      writeFileSync(`${ballast}-${number}`, Buffer.alloc(size));
      number += 1;
    } catch {
      rmSync(`${ballast}-${number}`, { force: true });
      size = Math.floor(size / 2);
    }
  }
  return ballast;
}
