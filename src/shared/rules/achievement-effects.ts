import type { Achievement, Answers } from '../contract/answers.ts';

type Effect = Achievement['effects'][number];

/** What the declared achievements do to one épreuve; undefined when it is to be sat. */
export function effectOn(answers: Pick<Answers, 'achievements'>, examPaperCode: string): Effect | undefined {
  return answers.achievements
    .flatMap(({ effects }) => effects)
    .findLast((effect) => effect.examPaperCode === examPaperCode);
}
