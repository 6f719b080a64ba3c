import type { PaperSource, ScanColour, TestPage } from '../contract/scanners.ts';

export const SOURCE_LABELS: Record<PaperSource, string> = {
  flatbed: 'Vitre',
  feeder: 'Chargeur, recto',
  feederDuplex: 'Chargeur, recto-verso',
  folder: 'Dossier surveillé',
};

export const SCAN_COLOUR_LABELS: Record<ScanColour, string> = {
  colour: 'Couleur',
  grey: 'Gris (l’encre rouge ne se voit pas)',
  bilevel: 'Noir et blanc (l’encre rouge ne se voit pas)',
};

const COLOUR_WORDS: Record<TestPage['colour'], string> = {
  colour: 'en couleur',
  grey: 'en gris',
  bilevel: 'en noir et blanc',
};

const FINDINGS: Record<TestPage['findings'][number], string> = {
  good: 'C’est une confirmation de ce poste, bien rendue.',
  'not-our-sheet':
    'Ce n’est pas une confirmation imprimée par ce poste : l’image est là, mais la géométrie n’a pas pu être vérifiée. Recommencez avec une confirmation.',
  unreadable: 'L’image n’a pas pu être lue.',
  'no-colour': 'Sans couleur, les corrections à l’encre rouge ne se voient pas : choisissez la couleur.',
  'low-resolution': 'La définition est trop faible : choisissez 300 points par pouce.',
  distorted: 'Le scanner étire ou resserre la page de plus de 3 % : faites-le vérifier.',
  'other-colour': 'La couleur est demandée et la page est sans couleur : vérifiez le réglage du scanner.',
};

/** What came out, then what it means, in sentences. */
export function testPageSentences({ widthPx, heightPx, dpi, colour, findings }: TestPage): string[] {
  const facts = `Page de ${widthPx} × ${heightPx} points, ${COLOUR_WORDS[colour]}, environ ${dpi} points par pouce.`;
  return [...(widthPx > 0 ? [facts] : []), ...findings.map((finding) => FINDINGS[finding])];
}
