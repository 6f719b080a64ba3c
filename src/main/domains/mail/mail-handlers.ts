import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { overdueFiles } from './overdue.ts';
import { admitLateReturn, recordedReturns, recordReturn } from './record-return.ts';

type MailCommands = 'returns.record' | 'returns.ofFile' | 'returns.admit' | 'returns.overdue';

export function mailHandlers(reference: Reference): Handlers<MailCommands> {
  return {
    'returns.record': ({ number, version, signed, dated, ...arrival }, context) => {
      const recorded = recordReturn(context, reference, { number, version, signed, dated, arrival });
      announce(context, recorded.registrationNumber);
      return recorded;
    },
    'returns.ofFile': ({ number }, context) => recordedReturns(context, number),
    'returns.admit': (input, context) => {
      announce(context, admitLateReturn(context, input));
      return {};
    },
    'returns.overdue': ({ at }, context) => overdueFiles(context, reference, at),
  };
}

function announce(context: StationContext, registrationNumber: string): void {
  context.emit('registrations.changed', { registrationNumber });
  context.emit('outbox.changed', {});
}
