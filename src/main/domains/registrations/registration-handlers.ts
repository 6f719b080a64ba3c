import { GuichetError } from '#shared/errors.ts';
import { dottedChanges, withChanges } from '#shared/rules/answer-changes.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { requiredPieces } from '#shared/rules/pieces.ts';
import { warningsOf } from '#shared/rules/warnings.ts';
import type { Handlers } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { describeRegistration, getLiveRegistration, getRegistration } from './describe-registration.ts';
import { judgeAnswers, requireValid } from './judge-answers.ts';
import { saveNew, saveVersion } from './save-registration.ts';
import { searchRegistrations } from './search-registrations.ts';

type RegistrationCommands =
  | 'registrations.check'
  | 'registrations.register'
  | 'registrations.get'
  | 'registrations.search'
  | 'registrations.amend';

export function registrationHandlers(reference: Reference): Handlers<RegistrationCommands> {
  return {
    'registrations.check': (input, context) => {
      const own = input.number === undefined ? undefined : getRegistration(context, input.number);
      const { answers, campaign, problems } = judgeAnswers(input.answers, context, reference, {
        own,
        overrides: input.overrides,
      });
      if (!answers || !campaign) return { problems, warnings: [], examPapers: [], pieces: [] };
      const today = localDate(context.clock.nowMs(), campaign.timeZone);
      return {
        problems,
        warnings: warningsOf(answers, campaign, reference, today),
        examPapers: examPaperStates(answers, reference.findExamPapers(answers.qualification.specialtyCode)),
        pieces: requiredPieces(answers, campaign, today),
      };
    },
    'registrations.register': (input, context) => {
      const { draftId, overrides } = input;
      const { answers, campaign, overridden } = requireValid(
        judgeAnswers(input.answers, context, reference, { overrides }),
      );
      const numbers = saveNew(context, answers, campaign, { draftId, overridden });
      context.emit('registrations.changed', { registrationNumber: numbers.registrationNumber });
      context.emit('outbox.changed', {});
      if (draftId) context.emit('drafts.changed', {});
      return numbers;
    },
    'registrations.get': ({ number }, context) =>
      describeRegistration(context, reference, getRegistration(context, number)),
    'registrations.search': ({ query }, context) => searchRegistrations(context.database, reference, query),
    'registrations.amend': ({ number, changes, onVersion, draftId, overrides }, context) => {
      const registration = getLiveRegistration(context, number);
      if (onVersion !== undefined && onVersion !== registration.version) {
        throw new GuichetError('stale-version', { detail: { latest: String(registration.version) } });
      }
      const changed = withChanges(registration.answers, dottedChanges(changes));
      const { answers, overridden } = requireValid(
        judgeAnswers(changed, context, reference, { own: registration, overrides }),
      );
      const numbers = saveVersion(context, registration, answers, 'amended', { draftId, overridden });
      context.emit('registrations.changed', { registrationNumber: numbers.registrationNumber });
      context.emit('outbox.changed', {});
      if (draftId) context.emit('drafts.changed', {});
      return numbers;
    },
  };
}
