import type { CommandOutput } from '#shared/contract/index.ts';
import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { judgeAnswers, requireValid } from './judge-answers.ts';
import { saveNew } from './save-registration.ts';

type Results = CommandOutput<'registrations.registerMany'>;

/** Failures of the base itself: nothing of the group is to be believed saved. */
const OF_THE_BASE: ReadonlySet<ErrorCode> = new Set(['disk-full', 'database-damaged']);

/**
 * One transaction, one wait for the disk, a savepoint for each: most of the time of a registration is that wait. Throws, with nothing
 * saved, when the base cannot be written.
 */
export function registerMany(
  context: StationContext,
  reference: Reference,
  group: readonly unknown[],
): Results {
  return context.database.transaction(() => group.map((answers) => registerOne(context, reference, answers)));
}

function registerOne(context: StationContext, reference: Reference, raw: unknown): Results[number] {
  try {
    const { answers, campaign, overridden } = requireValid(judgeAnswers(raw, context, reference));
    return { ok: true, value: saveNew(context, answers, campaign, { overridden }) };
  } catch (error) {
    if (!(error instanceof GuichetError) || OF_THE_BASE.has(error.code)) throw error;
    return { ok: false, error: toWireError(error) };
  }
}
