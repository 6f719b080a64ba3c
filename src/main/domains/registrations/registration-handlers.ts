import type { CommandOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Numbers } from '#shared/contract/registrations.ts';
import { dottedChanges, withChanges } from '#shared/rules/answer-changes.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { frozenIdentityProblems } from '#shared/rules/frozen-identity.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { requiredPieces } from '#shared/rules/pieces.ts';
import { warningsOf } from '#shared/rules/warnings.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { correctRegistration } from './correct-registration.ts';
import { describeRegistration, getRegistration, getRegistrationToChange } from './describe-registration.ts';
import { findLikenesses } from './find-likenesses.ts';
import { judgeAnswers, requireValid } from './judge-answers.ts';
import { registerMany } from './register-many.ts';
import { saveNew, saveVersion } from './save-registration.ts';
import { searchRegistrations } from './search-registrations.ts';

type RegistrationCommands =
  | 'registrations.check'
  | 'registrations.register'
  | 'registrations.registerMany'
  | 'registrations.get'
  | 'registrations.search'
  | 'registrations.amend'
  | 'registrations.correct';

export function registrationHandlers(reference: Reference): Handlers<RegistrationCommands> {
  return {
    'registrations.check': (input, context) => checkAnswers(context, reference, input),
    'registrations.register': (input, context) => {
      const { candidate, draftId, overrides } = input;
      const { answers, campaign, overridden } = requireValid(
        judgeAnswers(input.answers, context, reference, { candidate, overrides }),
      );
      const numbers = saveNew(context, answers, campaign, { candidate, draftId, overridden });
      announce(context, numbers, draftId);
      return numbers;
    },
    'registrations.registerMany': ({ answers }, context) => {
      const results = registerMany(context, reference, answers);
      for (const result of results) if (result.ok) announce(context, result.value);
      return results;
    },
    'registrations.get': ({ number }, context) =>
      describeRegistration(context, reference, getRegistration(context, number)),
    'registrations.search': ({ query }, context) => searchRegistrations(context.database, reference, query),
    'registrations.amend': ({ number, changes, onVersion, draftId, overrides }, context) => {
      const registration = getRegistrationToChange(context, number, onVersion);
      const changed = withChanges(registration.answers, dottedChanges(changes));
      const judgement = judgeAnswers(changed, context, reference, { own: registration, overrides });
      const frozen = judgement.answers ? frozenIdentityProblems(registration.answers, judgement.answers) : [];
      const { answers, overridden } = requireValid({
        ...judgement,
        problems: [...frozen, ...judgement.problems],
      });
      const numbers = saveVersion(context, registration, answers, 'amended', { draftId, overridden });
      announce(context, numbers, draftId);
      return numbers;
    },
    'registrations.correct': (input, context) => {
      const numbers = correctRegistration(context, reference, input);
      announce(context, numbers, input.draftId);
      return numbers;
    },
  };
}

function announce(
  { emit }: Pick<StationContext, 'emit'>,
  { registrationNumber }: Numbers,
  draftId?: string,
): void {
  emit('registrations.changed', { registrationNumber });
  emit('outbox.changed', {});
  if (draftId) emit('drafts.changed', {});
}

function checkAnswers(
  context: StationContext,
  reference: Reference,
  input: ParsedInput<'registrations.check'>,
): CommandOutput<'registrations.check'> {
  const own = input.number === undefined ? undefined : getRegistration(context, input.number);
  const { answers, campaign, problems } = judgeAnswers(input.answers, context, reference, {
    own,
    candidate: input.candidate,
    overrides: input.overrides,
  });
  const isNotOf = own?.candidateNumber ?? input.candidate;
  const likenesses = findLikenesses(context.database, input.answers, isNotOf);
  if (!answers || !campaign) return { problems, likenesses, warnings: [], examPapers: [], pieces: [] };
  const today = localDate(context.clock.nowMs(), campaign.timeZone);
  return {
    problems,
    likenesses,
    warnings: warningsOf(answers, campaign, reference, today),
    examPapers: examPaperStates(answers, reference.findExamPapers(answers.qualification.specialtyCode)),
    pieces: requiredPieces(answers, campaign, today, reference),
  };
}
