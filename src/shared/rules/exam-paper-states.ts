import type { Answers } from '../contract/answers.ts';
import type { ExamPaperSet } from '../contract/reference.ts';
import type { ExamPaperState } from '../contract/registrations.ts';

/**
 * What becomes of each épreuve: sat, exempt, mark kept (bénéfice) or mark carried (report). The three are never mixed
 * (docs/rules.md). Optional épreuves appear only when asked for.
 */
export function examPaperStates(
  answers: Pick<Answers, 'achievements' | 'examPapers'>,
  set: ExamPaperSet | undefined,
): ExamPaperState[] {
  if (!set) return [];
  const effects = new Map(
    answers.achievements.flatMap((achievement) =>
      achievement.effects.map((effect) => [effect.examPaperCode, effect]),
    ),
  );
  return set.examPapers
    .filter((paper) => !paper.optional || answers.examPapers.optional.includes(paper.code))
    .map((paper) => {
      const effect = effects.get(paper.code);
      const language = answers.examPapers.languages[paper.code];
      return {
        ...paper,
        state: effect?.effect ?? 'toSit',
        ...(effect?.mark === undefined ? {} : { mark: effect.mark }),
        ...(language === undefined ? {} : { language }),
      };
    });
}
