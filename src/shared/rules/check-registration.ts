import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { FieldProblem } from '../errors.ts';
import { EXAM_SHORT_LABELS } from '../fields/stringify.ts';
import { windowStateOf } from './campaign-windows.ts';
import { checkExamPapers } from './check-exam-papers.ts';
import { checkIdentification } from './check-identification.ts';
import { localDate } from './local-time.ts';
import type { ReferenceFacts } from './reference-facts.ts';

export interface RegistrationFacts {
  reference: ReferenceFacts;
  campaign: Campaign | undefined;
  nowMs: number;
  /** Number of another live registration of this person for the same exam and session, if any. */
  otherRegistrationNumber: string | undefined;
}

/** Everything that blocks a registration, each at its field. Empty when it may be saved. */
export function checkRegistration(answers: Answers, facts: RegistrationFacts): FieldProblem[] {
  const { campaign, reference, nowMs } = facts;
  const today = localDate(nowMs, campaign?.timeZone ?? 'Europe/Paris');
  return [
    ...checkIdentification(answers.identification, reference, today),
    ...checkCandidature(answers, facts),
    ...(campaign ? checkSpecialty(answers, campaign, reference) : []),
    ...checkExamPapers(answers, reference),
  ];
}

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

function checkCandidature(
  answers: Answers,
  { campaign, nowMs, otherRegistrationNumber }: RegistrationFacts,
): FieldProblem[] {
  const { disability, disabilityRequest, exam } = answers.candidature;
  if (!campaign) return [{ path: 'candidature.campaignId', code: 'unknown-campaign' }];
  const problems = checkWindow(answers, campaign, nowMs);
  if (campaign.windows.length > 0 && !campaign.windows.some((window) => window.exams.includes(exam))) {
    problems.splice(0, problems.length, { path: 'candidature.exam', code: 'exam-not-in-campaign' });
  }
  if (disability && disabilityRequest === undefined) {
    problems.push({ path: 'candidature.disabilityRequest', code: 'disability-detail-required' });
  }
  // One CAP, one bac pro, one BP, one MC or CS per session (code de l'éducation D337-21, -90, -121).
  if (otherRegistrationNumber) {
    problems.push({
      path: 'candidature.exam',
      code: 'one-registration-per-exam',
      detail: { number: otherRegistrationNumber },
    });
  }
  return problems;
}

function checkSpecialty(answers: Answers, campaign: Campaign, reference: ReferenceFacts): FieldProblem[] {
  const path = 'qualification.specialtyCode';
  const specialty = reference.findSpecialty(answers.qualification.specialtyCode);
  if (!specialty) return [{ path, code: 'unknown-specialty' }];
  if (!sameExam(specialty.exam, answers.candidature.exam)) {
    return [{ path, code: 'specialty-other-exam', detail: { exam: EXAM_SHORT_LABELS[specialty.exam] } }];
  }
  const { session } = campaign;
  const early = session !== null && specialty.firstSession !== undefined && session < specialty.firstSession;
  const late = session !== null && specialty.lastSession !== undefined && session > specialty.lastSession;
  if (early || (late && session !== specialty.extraSession)) {
    const detail: Record<string, string> = { session: String(session) };
    if (specialty.successorCode) detail['successor'] = specialty.successorCode;
    return [{ path, code: 'specialty-not-in-session', detail }];
  }
  return [];
}

/** MC became CS with session 2025; a specialty keeps its code across the change (decree 2023-824). */
function sameExam(a: string, b: string): boolean {
  const family = (exam: string) => (exam === 'mc' ? 'cs' : exam);
  return family(a) === family(b);
}
