import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CANDIDATE_CATEGORIES, type Answers, type Exam } from '#shared/contract/answers.ts';
import { isRegisteredAtSchool } from '#shared/rules/eligibility.ts';
import { assetPath } from '#main/asset-path.ts';
import type { SeededRandom } from '#simulator/seeded-random.ts';

const wordsSchema = z.strictObject({
  birthNames: z.array(z.string()).min(1),
  givenNames: z.array(z.string()).min(1),
  streets: z.array(z.string()).min(1),
  places: z.array(z.strictObject({ communeCode: z.string(), name: z.string(), postcode: z.string() })).min(1),
});

/** What the demonstration registers someone for. */
export interface DemoChoice {
  campaignId: string;
  exam: Exam;
  specialtyCode: string;
  /** Language épreuves of the specialty. */
  languagePapers: string[];
  /** What is chosen for EPS; undefined where the specialty has none. */
  physicalEducation: string[] | undefined;
  /** An épreuve that a dispense may bear on. */
  exemptPaper: string | undefined;
  /** Where candidates of the académie live; empty: anywhere. */
  departments: readonly string[];
}

const CATEGORIES = CANDIDATE_CATEGORIES.filter((category) => !isRegisteredAtSchool(category));

const words = wordsSchema.parse(JSON.parse(readFileSync(assetPath('demo/people.json'), 'utf8')));

/** A complete, plainly fictitious registration; `index` keeps every name and address apart. */
export function inventPerson(index: number, choice: DemoChoice, random: SeededRandom): Answers {
  const place = random.pick(placesIn(choice.departments));
  const isBornAbroad = random.chance(0.15);
  const birthName = words.birthNames[index % words.birthNames.length] ?? 'EXEMPLE';
  const givenNames =
    words.givenNames[Math.floor(index / words.birthNames.length + index) % words.givenNames.length] ??
    'Camille';
  const hasDisability = random.chance(0.2);
  return {
    identification: {
      civility: random.pick(['mr', 'mrs'] as const),
      birthName,
      givenNames,
      birthDate: inventBirthDate(index),
      ...(isBornAbroad
        ? { birthCountry: 'BE', birthTown: 'Bruxelles', motherName: 'FICTIVE Claude' }
        : { birthCountry: 'FR', birthCommuneCode: place.communeCode, birthTown: place.name }),
      nationality: isBornAbroad ? 'BE' : 'FR',
      addressLine1: `${random.integer(1, 90)} ${random.pick(words.streets)}`,
      postcode: place.postcode,
      locality: place.name,
      addressCountry: 'FR',
      email: `candidat${index + 1}@example.org`,
      phone: `06 00 00 ${two(random.integer(0, 99))} ${two(random.integer(0, 99))}`,
    },
    candidature: {
      campaignId: choice.campaignId,
      exam: choice.exam,
      category: random.pick(CATEGORIES),
      disability: hasDisability,
      ...(hasDisability ? { disabilityRequest: 'existing' as const } : {}),
    },
    qualification: { specialtyCode: choice.specialtyCode, form: 'full' },
    achievements: inventAchievements(choice, random),
    examPapers: {
      optional: [],
      languages: Object.fromEntries(choice.languagePapers.map((code) => [code, 'Anglais'])),
      ...(choice.physicalEducation
        ? { physicalEducation: { status: 'fit', choices: choice.physicalEducation } }
        : {}),
    },
  };
}

/** Some notices want their candidates to live in the académie. */
function placesIn(departments: readonly string[]) {
  const inside = words.places.filter(({ postcode }) => departments.includes(postcode.slice(0, 2)));
  return inside.length === 0 ? words.places : inside;
}

/** Each of the first 9,000 people has a day of her own, so that nobody is taken for somebody already registered. */
function inventBirthDate(index: number): string {
  const FIRST_DAY_MS = Date.UTC(1975, 0, 1);
  const DAY_MS = 86_400_000;
  return new Date(FIRST_DAY_MS + ((index * 37) % 9000) * DAY_MS).toISOString().slice(0, 10);
}

function inventAchievements({ exemptPaper }: DemoChoice, random: SeededRandom): Answers['achievements'] {
  if (exemptPaper === undefined || !random.chance(0.35)) return [];
  const effects = [{ examPaperCode: exemptPaper, effect: 'exempt' as const }];
  return [
    {
      type: 'otherDiploma',
      diplomaKind: 'other',
      diploma: 'Diplôme d’essai',
      year: 2017,
      academyCode: '23',
      effects,
    },
  ];
}

/** What a candidate corrects in the demonstration: an answer, and the right one. */
export function inventCorrection(random: SeededRandom): { path: string; value: string } {
  return random.pick([
    {
      path: 'identification.phone',
      value: `06 00 00 ${two(random.integer(10, 99))} ${two(random.integer(10, 99))}`,
    },
    { path: 'identification.addressLine1', value: `${random.integer(91, 199)} rue de l’Essai` },
    { path: 'identification.usageName', value: random.pick(words.birthNames) },
    { path: 'identification.email', value: `corrige${random.integer(100, 999)}@example.org` },
  ]);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
