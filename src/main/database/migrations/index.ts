import { foundation } from './10-foundation.ts';
import { fileLife } from './20-file-life.ts';
import { personSearch } from './30-person-search.ts';
import { lettersAndSlips } from './60-letters-and-slips.ts';

export interface Migration {
  /** Tens, in order; also SQLite's `user_version`. */
  number: number;
  sql: string;
}

/** In order. A migration that was released never changes. */
export const MIGRATIONS: readonly Migration[] = [foundation, fileLife, personSearch, lettersAndSlips];
