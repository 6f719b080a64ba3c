import { wordsOneTypoAway } from '#shared/rules/one-typo.ts';
import { textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';

/** Prefix matches of shorter words would be half of the base. */
const SHORTEST_UNFINISHED = 4;
/** Words of the dictionary that one typed word may stand for. */
const MOST_WORDS = 40;
/** The end of a range of texts that begin alike. */
export const LAST = '\u{10ffff}';

export const NAME_QUERIES = {
  /** The whole query begins the name as it is written: birth name first. */
  fullName: `SELECT id FROM registration WHERE search_name >= ? AND search_name < ? ORDER BY search_name LIMIT ?`,
  /** Words in any order, the newest registrations first. */
  words: `SELECT e.registration_id AS id FROM name_index n JOIN name_entry e ON e.id = n.rowid
    WHERE name_index MATCH ? ORDER BY n.rowid DESC LIMIT ?`,
  wholeWord: 'SELECT w.word FROM json_each(?) v CROSS JOIN name_word w WHERE w.word = v.value LIMIT ?',
  unfinishedWord: `SELECT DISTINCT w.word FROM json_each(?) v CROSS JOIN name_word w
    WHERE w.word >= v.value AND w.word < v.value || '${LAST}' LIMIT ?`,
} as const;

export interface FoundByName {
  /** Of the registration. */
  id: string;
  /** Found although a word is not as it was typed. */
  isApproximate: boolean;
}

/**
 * Names that hold every typed word or its beginning, in any order; then those a typing slip away in any of the words, whole
 * words before unfinished ones. The index is asked again only while there is room.
 */
export function searchNames(
  database: ReadableDatabase,
  words: readonly string[],
  limit: number,
): FoundByName[] {
  const found = new Map<string, FoundByName>();
  const add = (rows: readonly { id: string }[], isApproximate: boolean) => {
    for (const { id } of rows) if (!found.has(id) && found.size < limit) found.set(id, { id, isApproximate });
  };
  if (words.length === 0) return [];
  const fullName = words.join(' ');
  add(idsOf(database.all(NAME_QUERIES.fullName, fullName, fullName + LAST, limit)), false);
  for (const spellings of [exactSpellings, wholeSpellings, unfinishedSpellings]) {
    if (found.size >= limit) break;
    const match = words.map((word) => `(${spellings(database, word).join(' OR ')})`).join(' AND ');
    add(idsOf(database.all(NAME_QUERIES.words, match, limit)), spellings !== exactSpellings);
  }
  return [...found.values()];
}

function idsOf(rows: Record<string, unknown>[]): { id: string }[] {
  return rows.map((row) => ({ id: textOf(row, 'id') }));
}

type Spellings = (database: ReadableDatabase, word: string) => string[];

/** In the language of the full-text index: a folded word is letters and figures only, so quotes are enough. */
const exactSpellings: Spellings = (_database, word) => [`"${word}"*`];

const wholeSpellings: Spellings = (database, word) => [
  ...exactSpellings(database, word),
  ...known(database, NAME_QUERIES.wholeWord, word),
];

const unfinishedSpellings: Spellings = (database, word) => [
  ...wholeSpellings(database, word),
  ...(word.length < SHORTEST_UNFINISHED ? [] : known(database, NAME_QUERIES.unfinishedWord, word)),
];

function known(database: ReadableDatabase, sql: string, word: string): string[] {
  return database
    .all(sql, JSON.stringify([...wordsOneTypoAway(word)]), MOST_WORDS)
    .map((row) => `"${textOf(row, 'word')}"`);
}
