import type { Likeness } from '../contract/registrations.ts';

/** Why somebody known may be the person at the counter, and what is usually behind it. */
const SENTENCES: Record<Likeness['causes'][number], string> = {
  sameIdentity:
    'Même nom, mêmes prénoms, même date de naissance : sauf avis contraire, son n° candidat est repris.',
  likeName: 'Nom et prénoms très proches, même date de naissance.',
  // The two causes of S4-06, and what follows: one account for each address.
  sameEmail:
    'Même adresse électronique. Un proche ou la personne elle-même a déjà ouvert un compte avec elle, à cette session ou à une précédente ; ou elle figure sur une autre candidature. Si ce n’est pas la même personne, demandez une autre adresse.',
  sameMinistryNumber: 'Même ancien n° candidat.',
};

export function likenessSentence(cause: Likeness['causes'][number]): string {
  return SENTENCES[cause];
}
