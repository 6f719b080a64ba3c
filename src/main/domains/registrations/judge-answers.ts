import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { PARSE_OPTIONS, problemsFromZod } from '#shared/contract/problems.ts';
import { GuichetError, type ErrorCode, type FieldProblem } from '#shared/errors.ts';
import type { Override } from '#shared/contract/registrations.ts';
import { mayOverride } from '#shared/rights.ts';
import { applyOverrides } from '#shared/rules/overrides.ts';
import { checkRegistration } from '#shared/rules/check-registration.ts';
import { textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { StationContext } from '#main/context.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { findCandidate } from './numbers.ts';
import type { StoredRegistration } from './registration-store.ts';

export interface Judgement {
  /** Undefined while the shape itself is wrong. */
  answers: Answers | undefined;
  campaign: Campaign | undefined;
  problems: FieldProblem[];
  /** Rules set aside by this clerk, to be kept with the version. */
  overridden: Override[];
}

/** Shape first, then the rules of the campaign. `own`: the registration being changed, which is not its own double. */
export function judgeAnswers(
  raw: unknown,
  context: StationContext,
  reference: Reference,
  { own, overrides = [] }: { own?: StoredRegistration | undefined; overrides?: readonly Override[] } = {},
): Judgement {
  const parsed = answersSchema.safeParse(withEverySection(raw), PARSE_OPTIONS);
  if (!parsed.success)
    return {
      answers: undefined,
      campaign: undefined,
      problems: problemsFromZod(parsed.error),
      overridden: [],
    };
  const answers = withNationalCode(parsed.data, reference);
  const campaign = findCampaign(context, reference, answers.candidature.campaignId);
  const problems = checkRegistration(answers, {
    reference,
    campaign,
    nowMs: context.clock.nowMs(),
    otherRegistrationNumber: campaign && findOther(context.database, answers, campaign, own?.id),
  });
  const found = [...(own ? fixedProblems(own.answers, answers) : []), ...problems];
  const after = applyOverrides(found, overrides, answers, mayOverride(context.agent.role));
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

/** Specialty codes are written in several ways; the national spelling is stored. */
function withNationalCode(answers: Answers, reference: Reference): Answers {
  const code = reference.findSpecialty(answers.qualification.specialtyCode)?.code;
  return code ? { ...answers, qualification: { ...answers.qualification, specialtyCode: code } } : answers;
}

function findOther(
  database: ReadableDatabase,
  answers: Answers,
  campaign: Campaign,
  ownId = '',
): string | undefined {
  const candidate = findCandidate(database, answers);
  if (!candidate || campaign.session === null) return undefined;
  const row = database.get(
    `SELECT registration_number FROM registration
     WHERE candidate_id = ? AND exam_year = ? AND exam = ? AND status NOT IN ('withdrawn', 'cancelled', 'excluded') AND id <> ?`,
    candidate.id,
    campaign.session,
    answers.candidature.exam,
    ownId,
  );
  return row && textOf(row, 'registration_number');
}
