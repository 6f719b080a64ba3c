import type { ImportResult, ListKind } from '#shared/contract/reference-import.ts';

export const LIST_LABELS: Record<ListKind, string> = {
  specialties: 'Diplômes et spécialités',
  examPapers: 'Épreuves par spécialité',
  countries: 'Pays',
};

/** The figures of an import, in the order a clerk checks them. */
export function importSentence({ rows, added, changed, unchanged, ...rest }: ImportResult): string {
  const others = rest.otherDiplomas.reduce((sum, { count }) => sum + count, 0);
  const figures = [
    ['ajoutées', added.length],
    ['changées', changed.length],
    ['inchangées', unchanged],
    ['d’autres services', others],
    ['réunies', rest.merged.length],
    ['non comprises', rest.notUnderstood.length],
  ];
  return `Lignes lues : ${rows} ; ${figures.map(([words, count]) => `${words} : ${count}`).join(' ; ')}.`;
}
