import type { PortalRequestStatus } from '#shared/contract/portal.ts';
import { GuichetError } from '#shared/errors.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { stationTimeZone } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getRegistration, type StoredRegistration } from '#main/domains/registrations/index.ts';
import { newId } from '#main/new-id.ts';
import { insertRequest, requestsOf } from './portal-store.ts';

/** A request in one of these states still lives: another would only confuse. */
const LIVE: readonly PortalRequestStatus['state'][] = ['toSend', 'waiting', 'opened', 'activated'];

export function portalHandlers(reference: Reference): Handlers<'portal.request' | 'portal.requests'> {
  const statuses = (context: StationContext, registration: StoredRegistration): PortalRequestStatus[] => {
    const timeZone = stationTimeZone(context.database, reference);
    return requestsOf(context.database, registration.id).map((request) => ({
      email: request.email,
      state: request.state,
      reason: request.reason,
      agent: request.agent,
      askedAtMs: request.askedAtMs,
      activateBefore:
        request.activateBeforeMs === null ? null : localMinute(request.activateBeforeMs, timeZone),
    }));
  };
  return {
    'portal.request': ({ number }, context) => {
      const registration = getRegistration(context, number);
      requireOpenable(context, registration);
      const { id, candidateNumber, answers } = registration;
      const { email } = answers.identification;
      insertRequest(context.database, {
        requestId: newId(),
        registrationId: id,
        candidateNumber,
        email,
        agent: context.agent.name,
        askedAtMs: context.clock.nowMs(),
      });
      context.emit('outbox.changed', {});
      const [newest] = statuses(context, registration);
      if (!newest) throw new Error('a request that was just kept');
      return newest;
    },
    'portal.requests': ({ number }, context) => statuses(context, getRegistration(context, number)),
  };
}

/** Throws `file-ended`, or `portal-asked` while an earlier request at the same address lives. */
function requireOpenable({ database }: StationContext, registration: StoredRegistration): void {
  if (hasEnded(registration.status)) throw new GuichetError('file-ended');
  const { email } = registration.answers.identification;
  const isAsked = requestsOf(database, registration.id).some(
    (request) => LIVE.includes(request.state) && request.reason !== 'mail-refused' && request.email === email,
  );
  if (isAsked) throw new GuichetError('portal-asked');
}
