import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { FieldProblem } from '../errors.ts';
import { EXAM_SHORT_LABELS } from '../fields/stringify.ts';
import { checkCandidature } from './check-candidature.ts';
import { checkAchievements } from './check-achievements.ts';
import { checkExamPaperChoices } from './check-exam-paper-choices.ts';
import { checkIdentification } from './check-identification.ts';
import { localDate } from './local-time.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import type { RegistrationFacts } from './registration-facts.ts';

/** Everything that blocks a registration, each at its field. Empty when it may be saved. */
export function checkRegistration(answers: Answers, facts: RegistrationFacts): FieldProblem[] {
  const { campaign, reference, nowMs } = facts;
  const today = localDate(nowMs, campaign?.timeZone ?? 'Europe/Paris');
  return [
    ...checkIdentification(answers.identification, reference, today),
    ...(campaign ? checkUnderCampaign(answers, campaign, facts) : [UNKNOWN_CAMPAIGN]),
  ];
}

const UNKNOWN_CAMPAIGN: FieldProblem = { path: 'candidature.campaignId', code: 'unknown-campaign' };

function checkUnderCampaign(answers: Answers, campaign: Campaign, facts: RegistrationFacts): FieldProblem[] {
  return [
    ...checkCandidature(answers, campaign, facts),
    ...checkSpecialty(answers, campaign, facts.reference),
    ...checkAchievements(answers, campaign, facts.reference),
    ...checkExamPaperChoices(answers, campaign, facts.reference),
  ];
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
