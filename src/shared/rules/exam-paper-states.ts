import type { Answers } from '../contract/answers.ts';
import type { ExamPaper, ExamPaperSet } from '../contract/reference.ts';
import type { ExamPaperState } from '../contract/registrations.ts';
import { effectOn } from './achievement-effects.ts';

type Choices = Pick<Answers, 'achievements' | 'examPapers'>;

/**
 * What becomes of each épreuve: sat, exempt, mark kept (bénéfice) or mark carried (report). The three are never mixed
 * (docs/rules.md). Optional épreuves appear only when asked for.
 */
export function examPaperStates(answers: Choices, set: ExamPaperSet | undefined): ExamPaperState[] {
  if (!set) return [];
  return set.examPapers
    .filter((paper) => !paper.optional || answers.examPapers.optional.includes(paper.code))
    .map((paper) => stateOf(paper, answers));
}

function stateOf(paper: ExamPaper, answers: Choices): ExamPaperState {
  const effect = effectOn(answers, paper.code);
  if (effect) {
    const { mark } = effect;
    return {
      ...paper,
      state: effect.effect,
      ...(mark === undefined ? {} : { mark }),
      ...languageOf(paper, answers),
    };
  }
  if (paper.kind === 'physicalEducation') return { ...paper, ...physicalEducationState(answers) };
  return { ...paper, state: 'toSit', ...languageOf(paper, answers) };
}

function languageOf({ code }: ExamPaper, { examPapers }: Choices): { language?: string } {
  const language = examPapers.languages[code];
  return language === undefined ? {} : { language };
}

/** Whoever is exempt does not sit it; whoever is unfit keeps the épreuve, whose weight the board leaves out. */
function physicalEducationState({ examPapers }: Choices): Pick<ExamPaperState, 'state' | 'choice'> {
  const { status, choices = [] } = examPapers.physicalEducation ?? {};
  if (status === 'exempt') return { state: 'exempt' };
  if (status === 'unfit') return { state: 'toSit', choice: 'Inapte' };
  return choices.length === 0 ? { state: 'toSit' } : { state: 'toSit', choice: choices.join(', ') };
}
