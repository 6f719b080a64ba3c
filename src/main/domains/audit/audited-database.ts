import type { WritableDatabase } from '#main/database/types.ts';

/**
 * The base as one command sees it: when the outermost of its transactions is about to be committed, `note` may add to it, told what `begin` said at its beginning, so that what
 * was done and the word of it are durable together or not at all. After `end` it is the base and nothing else: jobs go on with it.
 */
export function auditedDatabase<Beginning>(
  database: WritableDatabase,
  begin: () => Beginning,
  note: (beginning: Beginning) => void,
): { database: WritableDatabase; end(): void } {
  let isWithin = false;
  let isOver = false;
  const transaction = <T>(work: () => T): T => {
    if (isOver || isWithin) return database.transaction(work);
    return database.transaction(() => {
      isWithin = true;
      try {
        const beginning = begin();
        const result = work();
        note(beginning);
        return result;
      } finally {
        isWithin = false;
      }
    });
  };
  return { database: { ...database, transaction }, end: () => void (isOver = true) };
}
