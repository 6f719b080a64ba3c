/**
 * A text reduced to what a search compares: no accents, no ligatures, no case, and one space for any run of signs.
 * "Saint-Étienne-de-l’Œuvre" → "saint etienne de l oeuvre".
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
