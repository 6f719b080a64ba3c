import { counted } from '#shared/sentences/counted.ts';
const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** A stack has no name of its own: it is known by when it was read. */
export function stackName({ readAtMs }: { readAtMs: number }): string {
  return `Pile du ${MOMENT.format(readAtMs)}`;
}

export function pagesWords(count: number): string {
  return counted(count, 'page');
}

/** Said after each decision, for who does not see the queue. */
export function remainingWords(count: number): string {
  return count === 0 ? 'Plus rien à traiter.' : `Reste ${pagesWords(count)}.`;
}
