import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { FieldProblem } from '../errors.ts';
import { FORM_LABELS } from '../fields/stringify.ts';
import { windowStateOf } from './campaign-windows.ts';
import { hasForms, isRegisteredAtSchool } from './eligibility.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import type { RegistrationFacts } from './registration-facts.ts';
import { findOutsideResidence } from './residence.ts';

/** The window of the campaign, to the hour, at the moment of saving. Nothing may be registered outside it (S0-02, S0-15). */
export function checkWindow(answers: Answers, campaign: Campaign, nowMs: number): FieldProblem[] {
  const path = 'candidature.exam';
  const state = windowStateOf(campaign, answers.candidature.exam, nowMs);
  switch (state.state) {
    case 'open':
      return [];
    case 'notOpen':
      return [{ path, code: 'window-not-open', detail: { opensAt: state.opensAt } }];
    case 'closed':
      return [{ path, code: 'window-closed', detail: { closedAt: state.closedAt } }];
    case 'undated':
      return [{ path, code: 'window-undated' }];
  }
}

/** What the second step answers, under the rules of its campaign. */
export function checkCandidature(
  answers: Answers,
  campaign: Campaign,
  facts: RegistrationFacts,
): FieldProblem[] {
  return [
    ...checkExam(answers, campaign, facts),
    ...checkCategory(answers),
    ...checkDisability(answers),
    ...checkWorkPeriods(answers),
    ...checkResidence(answers, campaign, facts.reference),
    ...checkForm(answers, facts),
  ];
}

function checkExam(
  answers: Answers,
  campaign: Campaign,
  { nowMs, otherRegistrationNumber }: RegistrationFacts,
): FieldProblem[] {
  const path = 'candidature.exam';
  const { exam } = answers.candidature;
  const isOffered =
    campaign.windows.length === 0 || campaign.windows.some((window) => window.exams.includes(exam));
  const problems: FieldProblem[] = isOffered
    ? checkWindow(answers, campaign, nowMs)
    : [{ path, code: 'exam-not-in-campaign' }];
  // One CAP, one bac pro, one BP, one MC or CS per session (code de l'éducation D337-21, -90, -121).
  if (otherRegistrationNumber)
    problems.push({ path, code: 'one-registration-per-exam', detail: { number: otherRegistrationNumber } });
  return problems;
}

/** S4-01: a pupil has a slip of her school to connect with, and must not be registered twice. */
function checkCategory({ candidature: { category } }: Answers): FieldProblem[] {
  return isRegisteredAtSchool(category)
    ? [{ path: 'candidature.category', code: 'pupil-registers-at-school' }]
    : [];
}

function checkDisability({ candidature: { disability, disabilityRequest } }: Answers): FieldProblem[] {
  return disability && disabilityRequest === undefined
    ? [{ path: 'candidature.disabilityRequest', code: 'disability-detail-required' }]
    : [];
}

function checkWorkPeriods({ candidature: { workPeriods = [] } }: Answers): FieldProblem[] {
  return workPeriods.flatMap(({ from, to }, index) =>
    to < from ? [{ path: `candidature.workPeriods.${index}.to`, code: 'end-before-start' as const }] : [],
  );
}

/** S3-04, where the campaign requires it: an entitled clerk may override. */
function checkResidence(answers: Answers, campaign: Campaign, reference: ReferenceFacts): FieldProblem[] {
  if (campaign.residence !== 'required') return [];
  const outside = findOutsideResidence(answers.identification, campaign, reference);
  if (!outside) return [];
  const { place, academy } = outside;
  return [{ path: 'identification.postcode', code: 'residence-other-academy', detail: { place, academy } }];
}

/** The form chosen at the first registration is definitive (D337-10, -79, -115). */
function checkForm(answers: Answers, { earlierForm }: RegistrationFacts): FieldProblem[] {
  const { form } = answers.qualification;
  if (earlierForm === undefined || earlierForm === form || !hasForms(answers.candidature.exam)) return [];
  return [
    { path: 'qualification.form', code: 'form-definitive', detail: { form: FORM_LABELS[earlierForm] } },
  ];
}
