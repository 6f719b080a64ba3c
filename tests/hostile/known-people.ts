import type { Answers } from '#shared/contract/answers.ts';
import { anAnswer } from '../builders/answers.ts';
import { createRandom, type Random } from '../faults/harness/random.ts';

export interface KnownPerson {
  answers: Answers;
  /** What nobody else bears, and no other file of a machine holds by chance. */
  texts: string[];
}

/** Born abroad, so that her parents are asked too; every answer that is typed is hers alone. */
export function knownPeople(count: number, seed: number): KnownPerson[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => knownPerson(random));
}

function knownPerson(random: Random): KnownPerson {
  const typed = {
    'identification.birthName': word(random),
    'identification.usageName': word(random),
    'identification.givenNames': word(random),
    'identification.fatherName': word(random),
    'identification.motherName': word(random),
    'identification.birthTown': word(random),
    'identification.addressLine1': `12 rue ${word(random)}`,
    'identification.addressLine2': `Bâtiment ${word(random)}`,
    'identification.locality': word(random),
    'identification.email': `${word(random).toLowerCase()}@example.org`,
    'identification.ministryNumber': `M${digits(random, 12)}`,
  };
  const phone = `6${digits(random, 8)}`;
  const answers = anAnswer({
    ...typed,
    'identification.birthDate': `19${60 + random.below(40)}-0${1 + random.below(9)}-1${random.below(10)}`,
    'identification.birthCountry': 'BE',
    'identification.birthCommuneCode': null,
    'identification.phone': `+33${phone}`,
    'candidature.disability': true,
    'candidature.disabilityRequest': 'existing',
  });
  const spacedPhone = `6 ${phone.slice(1).replace(/(\d\d)(?=\d)/g, '$1 ')}`;
  return { answers, texts: [...Object.values(typed).map(lastWord), phone, spacedPhone] };
}

/** Twelve letters: by chance nowhere in a terabyte. */
function word(random: Random): string {
  const syllable = () => random.pick([...'BCDFGJKLMNPRSTVZ']) + random.pick([...'AEIOUY']).toLowerCase();
  const [first = 'B', ...rest] = Array.from({ length: 6 }, syllable).join('');
  return first + rest.join('').toLowerCase();
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.below(10))).join('');
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? text;
}
