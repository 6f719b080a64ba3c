import type { Registration } from '#shared/contract/registrations.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { GuichetError } from '#shared/errors.ts';
import { returnDeadline, windowAt } from '#shared/rules/campaign-windows.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { parseRegistrationNumber } from '#shared/rules/registration-number.ts';
import type { StationContext } from '#main/context.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import { syncStateOf } from '#main/domains/outbox/index.ts';
import { filePieces } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { eventsOf } from './file-events.ts';
import { findRegistration, versionsOf, type StoredRegistration } from './registration-store.ts';

/** By its number, spaces allowed. Throws `unknown-registration`. */
export function getRegistration(context: StationContext, number: string): StoredRegistration {
  const parsed = parseRegistrationNumber(number);
  const registration = parsed && findRegistration(context.database, parsed);
  if (!registration) throw new GuichetError('unknown-registration', { detail: { number } });
  return registration;
}

/** One that may still change. Throws `file-ended` for a withdrawn, cancelled or excluded one: an end is final (S4-27). */
export function getLiveRegistration(context: StationContext, number: string): StoredRegistration {
  const registration = getRegistration(context, number);
  if (hasEnded(registration.status)) throw new GuichetError('file-ended');
  return registration;
}

/** The same, at the version a clerk read. Throws `stale-version` when there is a newer one. */
export function getRegistrationToChange(
  context: StationContext,
  number: string,
  onVersion: number | undefined,
): StoredRegistration {
  const registration = getLiveRegistration(context, number);
  if (onVersion !== undefined && onVersion !== registration.version) {
    throw new GuichetError('stale-version', { detail: { latest: String(registration.version) } });
  }
  return registration;
}

/** The campaign a registration was made under. Throws `unknown-campaign` when it is no longer there. */
export function campaignOf(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
): Campaign {
  const campaign = findCampaign(context, reference, registration.campaignId);
  if (!campaign) throw new GuichetError('unknown-campaign');
  return campaign;
}

/** A registration whole: answers, what follows from them, and its history. */
export function describeRegistration(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
): Registration {
  const campaign = campaignOf(context, reference, registration);
  const { answers, createdAtMs } = registration;
  const window = windowAt(campaign, answers.candidature.exam, createdAtMs);
  const set = reference.findExamPapers(answers.qualification.specialtyCode);
  return {
    registrationNumber: registration.registrationNumber,
    candidateNumber: registration.candidateNumber,
    version: registration.version,
    status: registration.status,
    statusReason: registration.statusReason,
    locked: registration.locked,
    answers,
    specialtyLabel:
      reference.findSpecialty(answers.qualification.specialtyCode)?.label ??
      answers.qualification.specialtyCode,
    examYear: registration.examYear,
    campaignTitle: campaign.title,
    closesAt: window?.closesAt ?? null,
    returnDeadline: (window && returnDeadline(window)) ?? null,
    examPapers: examPaperStates(answers, set),
    examPapersKnown: set !== undefined,
    pieces: filePieces(context.database, registration, campaign, reference),
    history: versionsOf(context.database, registration.id).map(
      ({ answers: _answers, ...version }) => version,
    ),
    events: eventsOf(context.database, registration.id),
    syncState: syncStateOf(context.database, registration.id),
  };
}
