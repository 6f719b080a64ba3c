import type { Answers } from '../contract/answers.ts';
import type { ExamPaper } from '../contract/reference.ts';
import type { FieldProblem } from '../errors.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Épreuves named by the answers exist in the specialty; optional means optional; a mark fits its effect. */
export function checkExamPapers(answers: Answers, reference: ReferenceFacts): FieldProblem[] {
  const set = reference.findExamPapers(answers.qualification.specialtyCode);
  const find = (code: string) => set?.examPapers.find((paper) => paper.code === code);
  return [...checkAchievements(answers, reference, set && find), ...(set ? checkChoices(answers, find) : [])];
}

type FindPaper = (code: string) => ExamPaper | undefined;

function checkAchievements(
  answers: Answers,
  reference: ReferenceFacts,
  find: FindPaper | undefined,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  answers.achievements.forEach((achievement, index) => {
    const root = `achievements.${index}`;
    if (!reference.findAcademy(achievement.academyCode))
      problems.push({ path: `${root}.academyCode`, code: 'unknown-academy' });
    achievement.effects.forEach((effect, effectIndex) => {
      const path = `${root}.effects.${effectIndex}`;
      if (find && !find(effect.examPaperCode))
        problems.push({ path: `${path}.examPaperCode`, code: 'unknown-exam-paper' });
      if (seen.has(effect.examPaperCode))
        problems.push({ path: `${path}.examPaperCode`, code: 'duplicate-value' });
      seen.add(effect.examPaperCode);
      problems.push(...checkMark(effect, `${path}.mark`, answers.qualification.form));
    });
  });
  return problems;
}

/** Bénéfice: a mark of 10 or more; report: below 10, progressive form only (D337-79, D337-115); dispense: no mark. */
function checkMark(
  effect: Answers['achievements'][number]['effects'][number],
  path: string,
  form: Answers['qualification']['form'],
): FieldProblem[] {
  const { mark } = effect;
  if (effect.effect === 'exempt') return mark === undefined ? [] : [{ path, code: 'out-of-range' }];
  if (mark === undefined) return [{ path, code: 'required' }];
  if (effect.effect === 'kept') return mark >= 10 ? [] : [{ path, code: 'out-of-range' }];
  return mark < 10 && form === 'progressive' ? [] : [{ path, code: 'out-of-range' }];
}

function checkChoices(answers: Answers, find: FindPaper): FieldProblem[] {
  const problems: FieldProblem[] = [];
  answers.examPapers.optional.forEach((code, index) => {
    const path = `examPapers.optional.${index}`;
    const paper = find(code);
    if (!paper) problems.push({ path, code: 'unknown-exam-paper' });
    else if (!paper.optional) problems.push({ path, code: 'exam-paper-not-optional' });
    else if (answers.examPapers.optional.indexOf(code) !== index)
      problems.push({ path, code: 'duplicate-value' });
  });
  for (const code of Object.keys(answers.examPapers.languages)) {
    if (find(code)?.kind !== 'language')
      problems.push({ path: `examPapers.languages.${code}`, code: 'unknown-exam-paper' });
  }
  return problems;
}
