import type { Answers, Exam } from '../contract/answers.ts';

type Category = Answers['candidature']['category'];

/** Years of work that replace a preparation, for the bac pro (D337-70), the MC and the CS (D337-148). */
export const WORK_MONTHS_INSTEAD_OF_PREPARATION = 36;

/** Pupils and apprentices are registered by their school (S4-01). */
export function isRegisteredAtSchool(category: unknown): boolean {
  return category === 'schoolPupil' || category === 'apprentice';
}

/** Whether the law knows two forms, full and progressive; for the MC and the CS no text does (D337-10, -79, -115). */
export function hasForms(exam: unknown): boolean {
  return exam !== 'mc' && exam !== 'cs';
}

/** A category of people in training: their preparation is what they show. */
function isInTraining(category: unknown): boolean {
  return category === 'continuingTraining' || category === 'distanceLearning';
}

/** Former pupils and apprentices were prepared by their school. */
function wasPrepared(category: unknown): boolean {
  return category === 'formerPupil' || category === 'formerApprentice' || isInTraining(category);
}

/** What else is worth asking, by exam and category: nothing that would decide nothing. */
export function askedEligibility(
  exam: Exam | undefined,
  category: Category | undefined,
): { workPeriods: boolean; trainingHours: boolean; heldTitle: boolean } {
  const isBrevet = exam === 'bp';
  const needsWork =
    isBrevet || (exam !== undefined && exam !== 'cap' && category !== undefined && !wasPrepared(category));
  return { workPeriods: needsWork, trainingHours: isBrevet, heldTitle: isBrevet };
}

/** What a BP asks before the last unit: months of work, and hours of training (D337-101, -102). */
export interface BrevetConditions {
  months: number;
  /** Where the text gives a range, its upper end: each specialty says. */
  monthsAtMost: number;
  hours: number;
}

export function brevetConditions(heldTitle: Answers['candidature']['heldTitle']): BrevetConditions {
  switch (heldTitle) {
    case 'sectorBacPro':
      return { months: 6, monthsAtMost: 12, hours: 240 };
    case 'listedLevel3':
      return { months: 24, monthsAtMost: 24, hours: 400 };
    case 'none':
    case undefined:
      return { months: 60, monthsAtMost: 60, hours: 400 };
  }
}
