import type { RegistrationStatus } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { hasEnded, liveStatus } from '#shared/rules/registration-status.ts';
import type { StationContext } from '#main/context.ts';
import { filePieces } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { campaignOf, findRegistrationById, setStatus } from '#main/domains/registrations/index.ts';

/**
 * Where a file stands after an act on its papers, computed from them and never set by hand. Call it inside the transaction of the
 * act, once the act is written. An end stays an end.
 */
export function refreshStatus(
  context: StationContext,
  reference: Reference,
  registrationId: string,
): RegistrationStatus {
  const { database, clock } = context;
  const registration = findRegistrationById(database, registrationId);
  if (!registration) throw new GuichetError('unknown-registration');
  if (hasEnded(registration.status)) return registration.status;
  const campaign = campaignOf(context, reference, registration);
  const nowMs = clock.nowMs();
  const pieces = filePieces(database, registration, campaign, reference);
  const status = liveStatus(pieces, localDate(nowMs, campaign.timeZone));
  if (status !== registration.status) setStatus(database, registrationId, status, nowMs);
  return status;
}
