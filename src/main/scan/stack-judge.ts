import type { PageReading, ReadingCode } from '#shared/contract/page-reading.ts';
import type { ReadPage } from './scan-types.ts';

/**
 * What only the whole stack can tell: a page that came twice, a page that never came. Pages are taken in the order of the
 * stack; those of a sheet wait for one another, and each is given out exactly once.
 */
export class StackJudge {
  readonly #seen = new Set<string>();
  /** By sheet and version, the pages that wait for the others. */
  readonly #waiting = new Map<string, ReadPage[]>();
  readonly #emit: (page: ReadPage) => void;

  constructor(emit: (page: ReadPage) => void) {
    this.#emit = emit;
  }

  take(page: ReadPage): void {
    const { reading } = page;
    if (reading.status !== 'matched' && reading.status !== 'superseded') return this.#emit(page);
    const { registrationNumber, version, sheetPage, sheetPages = 1 } = reading;
    const key = `${registrationNumber}/${version}`;
    if (this.#seen.has(`${key}/${sheetPage}`)) return this.#emit({ ...page, reading: asDuplicate(reading) });
    this.#seen.add(`${key}/${sheetPage}`);
    const together = [...(this.#waiting.get(key) ?? []), page];
    this.#waiting.set(key, together);
    if (together.length < sheetPages) return;
    this.#waiting.delete(key);
    together.forEach(this.#emit);
  }

  /** The stack is over: what still waits has pages missing. */
  finish(): void {
    for (const page of this.#left())
      this.#emit({ ...page, reading: withWarning(page.reading, 'page-missing') });
  }

  /** The stack was cut short: nothing can be said of what did not come. */
  abandon(): void {
    this.#left().forEach(this.#emit);
  }

  #left(): ReadPage[] {
    const left = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    return left;
  }
}

function asDuplicate(reading: PageReading): PageReading {
  return {
    ...reading,
    status: 'duplicate',
    needsReview: true,
    reasons: ['duplicate-page', ...reading.reasons],
  };
}

function withWarning(reading: PageReading, warning: ReadingCode): PageReading {
  return { ...reading, warnings: [...reading.warnings, warning] };
}
