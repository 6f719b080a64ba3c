import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { PARSE_OPTIONS, problemsFromZod } from '#shared/contract/problems.ts';
import { GuichetError, type ErrorCode, type FieldProblem } from '#shared/errors.ts';
import type { Override } from '#shared/contract/registrations.ts';
import { mayOverride } from '#shared/rights.ts';
import { applyOverrides } from '#shared/rules/overrides.ts';
import { checkRegistration } from '#shared/rules/check-registration.ts';
import { contradictedIdentityProblems } from '#shared/rules/frozen-identity.ts';
import { phoneNumber } from '#shared/rules/phone-number.ts';
import { textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { StationContext } from '#main/context.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { findEarlierForm } from './earlier-form.ts';
import { findPerson } from './numbers.ts';
import { newestAnswersOf, type StoredRegistration } from './registration-store.ts';

export interface Judgement {
  /** Undefined while the shape itself is wrong. */
  answers: Answers | undefined;
  campaign: Campaign | undefined;
  problems: FieldProblem[];
  /** Rules set aside by this clerk, to be kept with the version. */
  overridden: Override[];
}

interface JudgementOptions {
  /** The registration being changed, which is not its own double. */
  own?: StoredRegistration | undefined;
  /** For a new one: the known candidate, or `new`, as a clerk chose. */
  candidate?: string | undefined;
  overrides?: readonly Override[];
}

/** Shape first, then the rules of the campaign. */
export function judgeAnswers(
  raw: unknown,
  context: StationContext,
  reference: Reference,
  { own, candidate: chosen, overrides = [] }: JudgementOptions = {},
): Judgement {
  const parsed = answersSchema.safeParse(withEverySection(raw), PARSE_OPTIONS);
  if (!parsed.success)
    return {
      answers: undefined,
      campaign: undefined,
      problems: problemsFromZod(parsed.error),
      overridden: [],
    };
  const answers = inStoredForm(parsed.data, reference);
  const person = findPerson(context.database, answers, own?.candidateNumber ?? chosen);
  const campaign = findCampaign(context, reference, answers.candidature.campaignId);
  const problems = checkRegistration(answers, {
    reference,
    campaign,
    nowMs: context.clock.nowMs(),
    otherRegistrationNumber:
      campaign && person && findOther(context.database, person.id, answers, campaign, own?.id),
    earlierForm:
      campaign && person && findEarlierForm(context.database, person.id, answers.candidature.exam, campaign),
  });
  const known = chosen !== undefined && person && newestAnswersOf(context.database, person.id);
  const found = [
    ...(own ? fixedProblems(own.answers, answers) : []),
    ...(known ? contradictedIdentityProblems(known, answers) : []),
    ...problems,
  ];
  const { agent, approvals } = context;
  const isEntitled = (override: Override) =>
    mayOverride(agent.role) || approvals.approverOf(override) !== undefined;
  const after = applyOverrides(found, overrides, answers, isEntitled);
  return { answers, campaign, problems: after.problems, overridden: after.used };
}

/** The judged answers and their campaign. Throws `window-…` or `unknown-campaign` when that alone blocks, else `invalid-input`. */
export function requireValid(judgement: Judgement): {
  answers: Answers;
  campaign: Campaign;
  overridden: Override[];
} {
  const { answers, campaign, problems, overridden } = judgement;
  const [first] = problems;
  if (answers && campaign && !first) return { answers, campaign, overridden };
  const code = problems.length === 1 ? ERROR_OF_PROBLEM.get(first?.code) : undefined;
  throw new GuichetError(code ?? 'invalid-input', {
    fields: problems,
    detail: code ? { ...first?.detail } : {},
  });
}

/** Problems that are an error of their own when nothing else is wrong. */
const ERROR_OF_PROBLEM = new Map<string | undefined, ErrorCode>([
  ['window-closed', 'window-closed'],
  ['window-not-open', 'window-not-open'],
  ['window-undated', 'window-undated'],
  ['unknown-campaign', 'unknown-campaign'],
]);

/** A section left out is a section with nothing answered: each of its fields is then named, not only the section. */
function withEverySection(raw: unknown): unknown {
  const isObject = raw !== null && typeof raw === 'object' && !Array.isArray(raw);
  return isObject ? { identification: {}, candidature: {}, qualification: {}, ...raw } : raw;
}

/** The exam is a digit of the number, and the campaign its rules: neither changes once the number is given. */
function fixedProblems(before: Answers, after: Answers): FieldProblem[] {
  return (['exam', 'campaignId'] as const)
    .filter((field) => before.candidature[field] !== after.candidature[field])
    .map((field) => ({ path: `candidature.${field}`, code: 'fixed-after-registration' }));
}

/** Specialty codes and telephone numbers are written in several ways; the national spelling and the international one are stored. */
function inStoredForm(answers: Answers, reference: Reference): Answers {
  const { identification, qualification } = answers;
  const code = reference.findSpecialty(qualification.specialtyCode)?.code ?? qualification.specialtyCode;
  const phone = identification.phone === undefined ? undefined : phoneNumber(identification.phone);
  return {
    ...answers,
    identification: phone === undefined ? identification : { ...identification, phone },
    qualification: { ...qualification, specialtyCode: code },
  };
}

function findOther(
  database: ReadableDatabase,
  candidateId: string,
  answers: Answers,
  campaign: Campaign,
  ownId = '',
): string | undefined {
  if (campaign.session === null) return undefined;
  const row = database.get(
    `SELECT registration_number FROM registration
     WHERE candidate_id = ? AND exam_year = ? AND exam = ? AND status NOT IN ('withdrawn', 'cancelled', 'excluded') AND id <> ?`,
    candidateId,
    campaign.session,
    answers.candidature.exam,
    ownId,
  );
  return row && textOf(row, 'registration_number');
}
