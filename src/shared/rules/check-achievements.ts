import type { Achievement, Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { FieldProblem } from '../errors.ts';
import { hasForms } from './eligibility.ts';
import type { ReferenceFacts } from './reference-facts.ts';

type Effect = Achievement['effects'][number];

/** A mark may be kept or carried for five years (D337-17, -69, -107, -150). */
export const MARK_VALIDITY_YEARS = 5;

/** Épreuves named by the achievements exist, each once, and each mark fits its effect and its age. */
export function checkAchievements(
  answers: Answers,
  campaign: Campaign,
  reference: ReferenceFacts,
): FieldProblem[] {
  const known = reference
    .findExamPapers(answers.qualification.specialtyCode)
    ?.examPapers.map(({ code }) => code);
  const seen = new Set<string>();
  return answers.achievements.flatMap((achievement, index) => {
    const root = `achievements.${index}`;
    return [
      ...checkOrigin(achievement, root, campaign.session, reference),
      ...achievement.effects.flatMap((effect, effectIndex) => [
        ...checkNamedPaper(effect, `${root}.effects.${effectIndex}.examPaperCode`, known, seen),
        ...checkEffect(effect, `${root}.effects.${effectIndex}`, answers),
      ]),
    ];
  });
}

function checkOrigin(
  { type, diplomaKind, academyCode, year, effects }: Achievement,
  root: string,
  session: number | null,
  reference: ReferenceFacts,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  // S4-14: the third family is a list of diplomas, and the exemptions follow from the one that is held.
  if (type === 'otherDiploma' && diplomaKind === undefined)
    problems.push({ path: `${root}.diplomaKind`, code: 'required' });
  if (!reference.findAcademy(academyCode))
    problems.push({ path: `${root}.academyCode`, code: 'unknown-academy' });
  const hasMarks = effects.some(({ effect }) => effect !== 'exempt');
  if (hasMarks && session !== null && session - year > MARK_VALIDITY_YEARS) {
    const lastSession = String(year + MARK_VALIDITY_YEARS);
    problems.push({ path: `${root}.year`, code: 'mark-too-old', detail: { lastSession } });
  }
  return problems;
}

function checkNamedPaper(
  { examPaperCode }: Effect,
  path: string,
  known: readonly string[] | undefined,
  seen: Set<string>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (known && !known.includes(examPaperCode)) problems.push({ path, code: 'unknown-exam-paper' });
  if (seen.has(examPaperCode)) problems.push({ path, code: 'duplicate-value' });
  seen.add(examPaperCode);
  return problems;
}

/**
 * Bénéfice: a mark of 10 or more; report: below 10, in progressive form only (D337-79, D337-115), which the MC and the CS do not
 * have; dispense: no mark.
 */
function checkEffect(
  { effect, mark }: Effect,
  root: string,
  { candidature: { exam }, qualification: { form } }: Answers,
): FieldProblem[] {
  const path = `${root}.mark`;
  if (effect === 'exempt') return mark === undefined ? [] : [{ path, code: 'out-of-range' }];
  if (mark === undefined) return [{ path, code: 'required' }];
  if (effect === 'kept') return mark >= 10 ? [] : [{ path, code: 'out-of-range' }];
  return mark < 10 && form === 'progressive' && hasForms(exam) ? [] : [{ path, code: 'out-of-range' }];
}
