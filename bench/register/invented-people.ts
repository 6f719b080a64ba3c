import type { Answers, Exam } from '#shared/contract/answers.ts';
import { SeededRandom } from '#simulator/seeded-random.ts';

/** What somebody of the benchmark may register for: open in the training campaign, whose list of épreuves is loaded. */
const CHOICES: readonly { exam: Exam; specialtyCode: string; languagePapers: string[] }[] = [
  { exam: 'cap', specialtyCode: '50022141S', languagePapers: ['EG5'] },
  { exam: 'cap', specialtyCode: '50033205T', languagePapers: [] },
  { exam: 'bacPro', specialtyCode: '40033007T', languagePapers: ['E4'] },
];

const SYLLABLES =
  'ba be bi bo bou cha che cla da del di do dra fa fer ga gen gou ja jo ka la le li lo mar me mi mon na ni no pa per pi ra re ri ro sa sel si ta te tri va ver vi za'.split(
    ' ',
  );
const ENDINGS = 'rd n t s ux l r tte lle ne nt ult in ier eau ot ard on y'.split(' ');

export interface InventedPerson {
  birthName: string;
  givenNames: string;
  birthDate: string;
  email: string;
}

/**
 * People who cannot exist, spread as people are: few common names and many rare ones, most of them young. The same number is always
 * the same person.
 */
export function inventedPerson(number: number): InventedPerson {
  const random = new SeededRandom(`register/${number}`);
  const birthName = inventedWord('name', commonFirst(random, 60_000)).toUpperCase();
  const given = capitalised(inventedWord('given', commonFirst(random, 3_000)));
  const second = random.chance(0.3)
    ? ` ${capitalised(inventedWord('given', commonFirst(random, 3_000)))}`
    : '';
  const year = 2009 - Math.floor(45 * random.next() ** 2);
  return {
    birthName: random.chance(0.03)
      ? `${birthName}-${inventedWord('name', random.integer(0, 59_999)).toUpperCase()}`
      : birthName,
    givenNames: given + second,
    birthDate: `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`,
    email: `personne${number}@example.org`,
  };
}

/** Somebody who is certainly nobody of the base: among 300,000, two invented people may share name and birth date. */
export function inventedNewcomer(number: number): InventedPerson {
  const person = inventedPerson(number);
  const letters = [...String(number)].map((figure) => String.fromCharCode(65 + Number(figure))).join('');
  return { ...person, birthName: `${person.birthName}-${letters}` };
}

export function inventedAnswers(person: InventedPerson, number: number): Answers {
  const choice = CHOICES[number % CHOICES.length] ?? CHOICES[0]!;
  return {
    identification: {
      civility: number % 2 === 0 ? 'mr' : 'mrs',
      ...person,
      birthCountry: 'FR',
      birthCommuneCode: '06088',
      birthTown: 'Nice',
      nationality: 'FR',
      addressLine1: `${(number % 90) + 1} rue de l’Essai`,
      postcode: '06000',
      locality: 'Nice',
      addressCountry: 'FR',
      phone: `+336${String(number).padStart(8, '0')}`,
    },
    candidature: {
      campaignId: 'training-2027',
      exam: choice.exam,
      category: 'independent',
      disability: false,
    },
    qualification: { specialtyCode: choice.specialtyCode, form: 'full' },
    achievements: [],
    examPapers: {
      optional: [],
      languages: Object.fromEntries(choice.languagePapers.map((code) => [code, 'Anglais'])),
      physicalEducation: { status: 'exempt', choices: [] },
    },
  };
}

/** Rank 0 is the most common: a name's share falls as its rank grows. */
function commonFirst(random: SeededRandom, count: number): number {
  return Math.floor(count ** random.next()) - 1;
}

function inventedWord(kind: string, rank: number): string {
  const random = new SeededRandom(`${kind}/${rank}`);
  const syllables = Array.from({ length: random.integer(1, 3) }, () => random.pick(SYLLABLES));
  return syllables.join('') + random.pick(ENDINGS);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
