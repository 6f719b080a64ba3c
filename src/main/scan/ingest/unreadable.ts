import type { ReadingCode } from '#shared/contract/page-reading.ts';

/** Why a file or a page can't be read; it becomes a reading of status "unreadable" and the stack goes on. */
export class Unreadable extends Error {
  readonly code: ReadingCode;

  constructor(code: ReadingCode, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'Unreadable';
    this.code = code;
  }
}
