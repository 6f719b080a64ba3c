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
    `${added.length} ajoutées`,
    `${changed.length} changées`,
    `${unchanged} inchangées`,
    ...(others > 0 ? [`${others} d’autres diplômes`] : []),
    ...(rest.merged.length > 0 ? [`${rest.merged.length} réunies`] : []),
    `${rest.notUnderstood.length} non comprises`,
  ];
  return `${rows} lignes lues : ${figures.join(', ')}.`;
}
