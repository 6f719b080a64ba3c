import type { ReadingCode } from '#shared/contract/page-reading.ts';
import type { ParsedCode, ReadPage, SheetFacts, SheetRefusal } from '../scan-types.ts';

/** A file as the pool hands it round: its bytes are shared between workers, never copied. */
export interface SharedFile {
  /** Distinct within a reader, so that a worker can keep the file it opened last. */
  id: number;
  name: string;
  bytes: Uint8Array;
}

export type Task = { kind: 'open'; file: SharedFile } | { kind: 'page'; file: SharedFile; page: number };

export type ToWorker = { kind: 'task'; task: Task } | { kind: 'facts'; facts: SheetFacts | SheetRefusal };

/** `ready` comes once, `lookup` asks; the others end a task. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'opened'; pages: number }
  | { kind: 'refused'; reason: ReadingCode }
  | { kind: 'lookup'; parsed: ParsedCode }
  | { kind: 'page'; page: ReadPage };
