import { GuichetError } from '#shared/errors.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { StationContext } from '#main/context.ts';
import { findRegistrationById, type StoredRegistration } from '#main/domains/registrations/index.ts';
import type { StoredPage } from './page-store.ts';
import { isCurrent } from './sheet-pages.ts';

/**
 * The registration that a page may be accepted for. Throws `unknown-registration` for a page that is not one of ours, `file-ended`
 * for one of a file that is over, `stale-version` for an old sheet.
 */
export function requireAcceptable(
  { database }: StationContext,
  { page, registrationId, version }: StoredPage,
): StoredRegistration {
  const isOurs = registrationId !== null && page.reading.status !== 'foreign';
  const registration = isOurs ? findRegistrationById(database, registrationId) : undefined;
  if (!registration || version === null)
    throw new GuichetError('unknown-registration', {
      detail: { number: page.reading.registrationNumber ?? '' },
    });
  if (hasEnded(registration.status)) throw new GuichetError('file-ended');
  const paper = { stackId: page.stackId, registrationId: registration.id, version };
  if (!isCurrent(database, paper, registration.version))
    throw new GuichetError('stale-version', { detail: { latest: String(registration.version) } });
  return registration;
}
