import type { Checklist, FileNotice } from '#shared/contract/pieces.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { StationContext } from '#main/context.ts';
import { filePieces } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  campaignOf,
  eventsOf,
  getRegistration,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';

/** What a clerk who controls a file has before her: its pieces, its notices, whether it is locked. */
export function checklistOf(context: StationContext, reference: Reference, number: string): Checklist {
  const registration = getRegistration(context, number);
  const { answers } = registration;
  const campaign = campaignOf(context, reference, registration);
  const { specialtyCode } = answers.qualification;
  return {
    registrationNumber: registration.registrationNumber,
    version: registration.version,
    birthName: answers.identification.birthName,
    givenNames: answers.identification.givenNames,
    exam: answers.candidature.exam,
    specialtyLabel: reference.findSpecialty(specialtyCode)?.label ?? specialtyCode,
    status: registration.status,
    locked: registration.locked,
    pieces: filePieces(context.database, registration, campaign, reference),
    notices: noticesOf(context, campaign, registration),
  };
}

/** S1-07: the notices of this specialty, each with who gave it to the candidate. */
export function noticesOf(
  { database }: Pick<StationContext, 'database'>,
  campaign: Campaign,
  registration: StoredRegistration,
): FileNotice[] {
  const handed = eventsOf(database, registration.id).filter(({ kind }) => kind === 'noticeHanded');
  return campaign.specificNotices
    .filter(({ specialtyCodes }) => specialtyCodes.includes(registration.answers.qualification.specialtyCode))
    .map(({ title, url }) => {
      const event = handed.find(({ detail }) => detail['title'] === title);
      return {
        title,
        url: url ?? null,
        handedBy: event?.agent ?? null,
        handedAtMs: event?.atMs ?? null,
      };
    });
}
