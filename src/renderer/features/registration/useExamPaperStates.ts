import { useWatch } from 'react-hook-form';
import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { ExamPaperSet } from '#shared/contract/reference.ts';
import type { ExamPaperState } from '#shared/contract/registrations.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { answersFrom } from './form-values.ts';

const listsSchema = answersSchema.pick({ achievements: true, examPapers: true });

/** The achievements that are whole; none while one is half typed. */
export function useWholeAchievements(): Answers['achievements'] {
  const achievements: unknown = useWatch({ name: 'achievements' });
  const parsed = listsSchema.shape.achievements.safeParse(answersFrom({ achievements })['achievements']);
  return parsed.success ? parsed.data : [];
}

/** The state of each épreuve while the form is being filled; without effects while an achievement is half typed. */
export function useExamPaperStates(set: ExamPaperSet | undefined): ExamPaperState[] {
  const [achievements, examPapers] = useWatch({ name: ['achievements', 'examPapers'] }) as [unknown, unknown];
  const typed = answersFrom({ achievements, examPapers });
  const parsed = listsSchema.safeParse(typed);
  if (parsed.success) return examPaperStates(parsed.data, set);
  const choices = listsSchema.safeParse({ ...typed, achievements: [] });
  return choices.success ? examPaperStates(choices.data, set) : [];
}
