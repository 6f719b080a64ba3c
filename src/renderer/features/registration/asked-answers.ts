import type { Answers } from '#shared/contract/answers.ts';
import { askedEligibility, hasForms } from '#shared/rules/eligibility.ts';
import { isRecord } from './is-record.ts';

type Values = Record<string, unknown>;

/**
 * Answers without what an earlier answer left behind: years of work of somebody who then chose the CAP, the kind of a diploma of an
 * achievement that is no diploma. The form itself forgets nothing: going back brings it all back.
 */
export function askedAnswers(values: Values): Values {
  const { candidature, qualification, achievements, examPapers } = values;
  const exam = isRecord(candidature) ? candidature['exam'] : undefined;
  return {
    ...values,
    ...(isRecord(candidature) ? { candidature: askedCandidature(candidature) } : {}),
    // For the MC and the CS no text knows a form: they are sat whole.
    ...(isRecord(qualification) && !hasForms(exam)
      ? { qualification: { ...qualification, form: 'full' } }
      : {}),
    ...(Array.isArray(achievements) ? { achievements: achievements.map(askedAchievement) } : {}),
    ...(isRecord(examPapers) ? { examPapers: askedExamPapers(examPapers) } : {}),
  };
}

function askedCandidature(candidature: Values): Values {
  const { exam, category, disability } = candidature as Partial<Answers['candidature']>;
  const asked = askedEligibility(exam, category);
  return without(candidature, {
    disabilityRequest: disability !== true,
    workPeriods: !asked.workPeriods,
    trainingHours: !asked.trainingHours,
    heldTitle: !asked.heldTitle,
  });
}

function askedAchievement(achievement: unknown): unknown {
  if (!isRecord(achievement)) return achievement;
  return without(achievement, { diplomaKind: achievement['type'] !== 'otherDiploma' });
}

/** Somebody is taken to be fit who chose an activity; who is not fit has chosen none. */
function askedExamPapers(examPapers: Values): Values {
  const { physicalEducation } = examPapers;
  if (!isRecord(physicalEducation)) return examPapers;
  const { status = 'fit', choices = [] } = physicalEducation;
  if (status !== 'fit') return { ...examPapers, physicalEducation: { status, choices: [] } };
  const isUntouched =
    physicalEducation['status'] === undefined && Array.isArray(choices) && choices.length === 0;
  if (isUntouched) return without(examPapers, { physicalEducation: true });
  return { ...examPapers, physicalEducation: { status, choices } };
}

function without(values: Values, unasked: Record<string, boolean>): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => unasked[key] !== true));
}
