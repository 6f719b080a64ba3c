import type { Campaign, Portfolio } from '#shared/contract/campaign.ts';
import type { FileEvent, FilePiece } from '#shared/contract/registrations.ts';
import type { LetterGround } from '#shared/rules/campaign-letters.ts';
import { returnDeadline, windowAt } from '#shared/rules/campaign-windows.ts';
import { localDate } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { filePieces, returnsOf, type StoredReturn } from '#main/domains/pieces/index.ts';
import { routingOf } from '#main/domains/portfolios/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { campaignOf, eventsOf, type StoredRegistration } from '#main/domains/registrations/index.ts';
import { getStation } from '#main/domains/station/index.ts';

/** All that a letter may say of a file, gathered once. */
export interface LetterFacts {
  registration: StoredRegistration;
  campaign: Campaign;
  specialtyLabel: string;
  pieces: FilePiece[];
  /** Newest first. */
  returns: StoredReturn[];
  events: FileEvent[];
  caseManager: Portfolio | null;
  /** Local date or minute by which the confirmation must be back. */
  returnDeadline: string | undefined;
  agentName: string;
  /** Local date at the académie. */
  today: string;
  training: boolean;
}

export function letterFactsOf(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
): LetterFacts {
  const { database, clock, agent } = context;
  const campaign = campaignOf(context, reference, registration);
  const { answers, createdAtMs } = registration;
  const { specialtyCode } = answers.qualification;
  const window = windowAt(campaign, answers.candidature.exam, createdAtMs);
  return {
    registration,
    campaign,
    specialtyLabel: reference.findSpecialty(specialtyCode)?.label ?? specialtyCode,
    pieces: filePieces(database, registration, campaign, reference),
    returns: returnsOf(database, registration.id),
    events: eventsOf(database, registration.id),
    caseManager: routingOf(registration, campaign, reference).main,
    returnDeadline: window && returnDeadline(window),
    agentName: agent.name,
    today: localDate(clock.nowMs(), campaign.timeZone),
    training: getStation(database).training,
  };
}

export function groundOf({ registration, campaign, pieces, returns }: LetterFacts): LetterGround {
  return {
    campaign,
    status: registration.status,
    specialtyCode: registration.answers.qualification.specialtyCode,
    pieces,
    returnedBy: returns[0]?.modality ?? null,
  };
}
