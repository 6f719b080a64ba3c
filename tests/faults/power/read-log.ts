import { readFileSync } from 'node:fs';

/** One thing a recorded program did (recorder.c). `inode` names a file or folder whatever it is called. */
export type Step =
  | { kind: 'create' | 'folder'; inode: number; path: string }
  | { kind: 'write'; inode: number; offset: number; data: Buffer }
  | { kind: 'truncate'; inode: number; size: number }
  | { kind: 'syncBegins' | 'syncEnds'; inode: number; thread: number }
  | { kind: 'rename'; inode: number; path: string; to: string }
  | { kind: 'unlink'; path: string }
  /** Bytes given to another process: what was said cannot be taken back. */
  | { kind: 'said'; data: Buffer };

const MAGIC = 0x474c5547;
const HEADER_BYTES = 40;

/** The steps in their order. Throws when the log is not one of ours; a last record cut short is left out. */
export function readLog(file: string): Step[] {
  const log = readFileSync(file);
  const steps: Step[] = [];
  const files = new Map<number, number>();
  for (let place = 0; place + HEADER_BYTES <= log.length;) {
    if (log.readUInt32LE(place) !== MAGIC) throw new Error(`no record at byte ${place} of ${file}`);
    const pathLength = log.readUInt16LE(place + 6);
    const toLength = log.readUInt32LE(place + 12);
    const dataLength = Number(log.readBigUInt64LE(place + 32));
    const pathAt = place + HEADER_BYTES;
    const dataAt = pathAt + pathLength + toLength;
    if (dataAt + dataLength > log.length) break;
    const letter = String.fromCharCode(log.readUInt8(place + 4));
    steps.push(
      stepOf(letter, {
        thread: log.readUInt32LE(place + 8),
        inode: fileOf(files, letter, Number(log.readBigUInt64LE(place + 16))),
        offset: Number(log.readBigUInt64LE(place + 24)),
        path: log.toString('utf8', pathAt, pathAt + pathLength),
        to: log.toString('utf8', pathAt + pathLength, dataAt),
        data: log.subarray(dataAt, dataAt + dataLength),
      }),
    );
    place = dataAt + dataLength;
  }
  return steps;
}

/** No file has this inode: how many were made. */
const COUNT = 0;
const FIRST_MADE = 2 ** 45;

/** A file that is made may be given the inode of one that was removed a moment ago: each is another file all the same. */
function fileOf(files: Map<number, number>, letter: string, inode: number): number {
  if (letter === 'C' || letter === 'D') {
    files.set(COUNT, (files.get(COUNT) ?? FIRST_MADE) + 1);
    files.set(inode, files.get(COUNT) ?? 0);
  }
  return files.get(inode) ?? inode;
}

interface Fields {
  thread: number;
  inode: number;
  offset: number;
  path: string;
  to: string;
  data: Buffer;
}

function stepOf(letter: string, { thread, inode, offset, path, to, data }: Fields): Step {
  switch (letter) {
    case 'C':
      return { kind: 'create', inode, path };
    case 'D':
      return { kind: 'folder', inode, path };
    case 'W':
      return { kind: 'write', inode, offset, data };
    case 'T':
      return { kind: 'truncate', inode, size: offset };
    case 'S':
      return { kind: 'syncBegins', inode, thread };
    case 'F':
      return { kind: 'syncEnds', inode, thread };
    case 'R':
      return { kind: 'rename', inode, path, to };
    case 'U':
      return { kind: 'unlink', path };
    case 'A':
      return { kind: 'said', data };
    default:
      throw new Error(`unknown record ${letter}`);
  }
}
