import { foldForSearch } from '#shared/rules/fold.ts';
import { jsonOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { contentSchema } from './view-store.ts';

/** By what files that were destroyed could still be named. */
export interface Traces {
  /** Folded words of names that nobody bears any more. */
  words: Set<string>;
  /** Numbers and e-mail addresses, without spaces. */
  references: Set<string>;
}

/**
 * A saved view that was for somebody who is destroyed finds nobody: it is discarded. Another one only loses her words from its name. Call it
 * inside a transaction, after the words were forgotten.
 */
export function forgetInViews(database: WritableDatabase, traces: Traces): void {
  for (const row of database.all('SELECT id, name, content FROM list_view')) {
    const id = textOf(row, 'id');
    const { text } = jsonOf(row, 'content', contentSchema).filters;
    if (looksFor(database, text, traces)) database.run('DELETE FROM list_view WHERE id = ?', id);
    else renameView(database, id, textOf(row, 'name'), traces);
  }
}

/** A filter is typed by the beginnings of words. */
function looksFor(database: ReadableDatabase, text: string, { words, references }: Traces): boolean {
  const compact = text.replace(/\s/g, '').toLowerCase();
  if (references.has(compact)) return true;
  if (text.includes('@')) return false;
  return foldForSearch(text)
    .split(' ')
    .filter(Boolean)
    .some((typed) => [...words].some((word) => word.startsWith(typed)) && !beginsAName(database, typed));
}

function beginsAName(database: ReadableDatabase, typed: string): boolean {
  const after = `${typed}\u{10FFFF}`;
  return (
    database.get('SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT 1', typed, after) !== undefined
  );
}

function renameView(
  database: WritableDatabase,
  id: string,
  name: string,
  { words, references }: Traces,
): void {
  const kept = name
    .split(/\s+/)
    .filter((part) => !references.has(part.toLowerCase()))
    .filter(
      (part) =>
        !foldForSearch(part)
          .split(' ')
          .some((word) => words.has(word)),
    )
    .join(' ');
  if (kept !== name) database.run('UPDATE list_view SET name = ? WHERE id = ?', kept || 'Vue', id);
}
