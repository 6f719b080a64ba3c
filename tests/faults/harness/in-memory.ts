import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/**
 * Where what no power cut is played on lies: in memory, where the system has such a folder. A killed process loses nothing of what
 * it wrote there either, and a fsync costs nothing.
 */
export const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
