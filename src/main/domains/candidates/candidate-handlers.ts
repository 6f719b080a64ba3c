import type { Candidate } from '#shared/contract/candidates.ts';
import { GuichetError } from '#shared/errors.ts';
import { windowStateOf } from '#shared/rules/campaign-windows.ts';
import { prefillAnswers, type FormerRegistration } from '#shared/rules/prefill-answers.ts';
import { compactNumber } from '#shared/rules/compact-number.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { findCampaign, listCampaigns } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getCandidate, registrationsOf, type StoredRegistration } from '#main/domains/registrations/index.ts';

export function candidateHandlers(reference: Reference): Handlers<'candidates.get' | 'candidates.prefill'> {
  return {
    'candidates.get': ({ candidateNumber }, context) =>
      describeCandidate(context, reference, candidateNumber),
    'candidates.prefill': ({ candidateNumber, from }, context) => {
      const registrations = allOf(context, candidateNumber);
      const registration =
        from === undefined
          ? newestOf(registrations)
          : registrations.find((one) => one.registrationNumber === compactNumber(from));
      if (!registration) throw new GuichetError('unknown-registration', { detail: { number: from ?? '' } });
      const former = formerOf(context, reference, registration);
      const prefill = prefillAnswers(former, openFor(context, reference, former), reference);
      return { from: registration.registrationNumber, ...prefill };
    },
  };
}

function describeCandidate(context: StationContext, reference: Reference, number: string): Candidate {
  const registrations = allOf(context, number);
  const newest = newestOf(registrations);
  return {
    candidateNumber: newest.candidateNumber,
    identification: newest.answers.identification,
    registrations: registrations.map(({ answers, registrationNumber, version, examYear, status }) => {
      const { specialtyCode } = answers.qualification;
      const specialtyLabel = reference.findSpecialty(specialtyCode)?.label ?? specialtyCode;
      return {
        registrationNumber,
        version,
        exam: answers.candidature.exam,
        examYear,
        specialtyLabel,
        status,
      };
    }),
  };
}

function allOf({ database }: StationContext, number: string): StoredRegistration[] {
  return registrationsOf(database, getCandidate(database, number).id);
}

/** A candidate is made with her first registration; one without any has had them eliminated. */
function newestOf(registrations: readonly StoredRegistration[]): StoredRegistration {
  const [newest] = registrations;
  if (!newest) throw new GuichetError('unknown-candidate');
  return newest;
}

function formerOf(
  context: StationContext,
  reference: Reference,
  { answers, campaignId, examYear, status }: StoredRegistration,
): FormerRegistration {
  const academyCode = findCampaign(context, reference, campaignId)?.academyCode ?? '';
  return { answers, examYear, academyCode, wasSat: !hasEnded(status) };
}

/** Campaigns of which the exam may be registered for now; an MC is registered as a CS from session 2025 on. */
function openFor(context: StationContext, reference: Reference, { answers }: FormerRegistration) {
  const { exam } = answers.candidature;
  const exams = exam === 'mc' ? (['mc', 'cs'] as const) : [exam];
  const nowMs = context.clock.nowMs();
  return listCampaigns(context, reference).filter((campaign) =>
    exams.some(
      (one) =>
        campaign.windows.some((window) => window.exams.includes(one)) &&
        windowStateOf(campaign, one, nowMs).state === 'open',
    ),
  );
}
