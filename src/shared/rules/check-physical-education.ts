import type { Answers } from '../contract/answers.ts';
import type { ExamPaper, PhysicalEducationList } from '../contract/reference.ts';
import type { FieldProblem } from '../errors.ts';
import { effectOn } from './achievement-effects.ts';

const PATH = 'examPapers.physicalEducation';

/**
 * EPS at a terminal examination: one épreuve of the national list for the CAP, two of two different learning fields for the bac pro
 * (BO n° 31 of 30 July 2020). Without a choice the candidate would be given one, and be absent from it.
 */
export function checkPhysicalEducation(
  answers: Answers,
  papers: readonly ExamPaper[],
  list: PhysicalEducationList,
): FieldProblem[] {
  const { physicalEducation } = answers.examPapers;
  if (!sitsPhysicalEducation(answers, papers)) return [];
  const count = list.choices[answers.candidature.exam];
  if (count === undefined) return [];
  if (physicalEducation?.status === 'exempt')
    return mayBeExempt(answers) ? expectNoChoice(physicalEducation.choices) : refuse(CANNOT_BE_EXEMPT);
  if (physicalEducation?.status === 'unfit') return expectNoChoice(physicalEducation.choices);
  return isFittingChoice(physicalEducation?.choices ?? [], count, list)
    ? []
    : refuse(expectedChoice(count, list));
}

/** Whether the specialty has an épreuve of EPS that no achievement spares. */
export function sitsPhysicalEducation(
  answers: Pick<Answers, 'achievements'>,
  papers: readonly ExamPaper[],
): boolean {
  const paper = papers.find(({ kind, optional }) => kind === 'physicalEducation' && !optional);
  return paper !== undefined && effectOn(answers, paper.code) === undefined;
}

/**
 * CAP: whoever is neither pupil nor apprentice (D337-19). Bac pro: not those who come from school or apprenticeship (académie de Dijon,
 * by category); of the other categories no text of ours says more.
 */
export function mayBeExempt({ candidature: { exam, category } }: Pick<Answers, 'candidature'>): boolean {
  return exam === 'cap' || (category !== 'formerPupil' && category !== 'formerApprentice');
}

const CANNOT_BE_EXEMPT =
  'Un ex-scolaire ou un ex-apprenti passe l’EPS du bac pro : choisissez deux épreuves, ou l’inaptitude.';
const NO_CHOICE_EXPECTED = 'Sans épreuve d’EPS à passer, il n’y a rien à choisir.';

function expectNoChoice(choices: readonly string[]): FieldProblem[] {
  return choices.length === 0 ? [] : refuse(NO_CHOICE_EXPECTED);
}

function isFittingChoice(choices: readonly string[], count: number, list: PhysicalEducationList): boolean {
  const fields = choices.map(
    (choice) => list.activities.find(({ name }) => name === choice)?.learningField ?? '',
  );
  return choices.length === count && !fields.includes('') && new Set(fields).size === count;
}

/** What is expected, in one sentence that fits any wrong choice. */
function expectedChoice(count: number, list: PhysicalEducationList): string {
  const names = list.activities.map(({ name }) => name.toLowerCase()).join(', ');
  const what = count === 1 ? 'une épreuve' : 'deux épreuves de champs d’apprentissage différents';
  return `Choisissez ${what} parmi : ${names} ; ou indiquez l’inaptitude ou la dispense.`;
}

function refuse(expected: string): FieldProblem[] {
  return [{ path: PATH, code: 'physical-education-choice', detail: { expected } }];
}
