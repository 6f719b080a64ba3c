import { sealSheetCode } from '#main/documents/sheet-seal.ts';
import type { Answers } from '#shared/contract/answers.ts';
import type { Campaign, Portfolio } from '#shared/contract/campaign.ts';
import type { ExamPaperState } from '#shared/contract/registrations.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { returnDeadline, windowAt } from '#shared/rules/campaign-windows.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { requiredPieces } from '#shared/rules/pieces.ts';
import { routeFile, subjectsToSit } from '#shared/rules/route-portfolio.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { ConfirmationContent } from '#shared/sheet/confirmation-content.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  campaignOf,
  versionsOf,
  type StoredRegistration,
  type StoredVersion,
} from '#main/domains/registrations/index.ts';
import { getStation, sheetFactsOf } from '#main/domains/station/index.ts';
import { confirmationSections } from './confirmation-fields.ts';
import { findConfirmation, keepConfirmation } from './confirmation-store.ts';

export interface IssuedConfirmation {
  version: number;
  fileId: string;
  sha256: string;
  pdf: Uint8Array;
  layout: SheetLayout;
}

/** The archived confirmation of a version; made, encrypted and kept the first time. What is printed is always this file. */
export async function issueConfirmation(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  version: number = registration.version,
): Promise<IssuedConfirmation> {
  const known = findConfirmation(context, registration.id, version);
  if (known) return known;
  const stored = versionsOf(context.database, registration.id).find((one) => one.version === version);
  if (!stored) throw new GuichetError('unknown-version', { detail: { version: String(version) } });

  // The PDF library takes longer to load than the rest of the program: only who prints waits for it.
  const { createMeasure, renderConfirmationPdf } = await import('#main/documents/confirmation/index.ts');
  const { sheetKey } = sheetFactsOf(context.database);
  const content = contentOf(context, reference, registration, stored);
  const layout = layoutConfirmation(content, createMeasure(), (body) => sealSheetCode(sheetKey, body));
  const { registrationNumber, candidateNumber } = registration;
  const pdf = await renderConfirmationPdf(layout, {
    issuedAtMs: stored.savedAtMs,
    author: campaignOf(context, reference, registration).service.name,
    attachment: {
      name: `inscription-${registrationNumber}-v${String(version).padStart(2, '0')}.json`,
      json: JSON.stringify(
        { registrationNumber, candidateNumber, version, answers: stored.answers },
        null,
        2,
      ),
    },
  });
  return keepConfirmation(context, registration.id, version, layout, pdf);
}

function contentOf(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  { answers, version, agent, savedAtMs }: StoredVersion,
): ConfirmationContent {
  const campaign = campaignOf(context, reference, registration);
  const window = windowAt(campaign, answers.candidature.exam, registration.createdAtMs);
  const deadline = window && returnDeadline(window);
  const set = reference.findExamPapers(answers.qualification.specialtyCode);
  const examPapers = examPaperStates(answers, set);
  const caseManager = caseManagerOf(answers, examPapers, campaign);
  const specialtyName = (code: string) => reference.findSpecialty(code)?.label;
  const { civility, birthName, givenNames } = answers.identification;
  return {
    registrationNumber: registration.registrationNumber,
    candidateNumber: registration.candidateNumber,
    version,
    examLabel: EXAM_LABELS[answers.candidature.exam],
    specialtyLabel: specialtyName(answers.qualification.specialtyCode) ?? answers.qualification.specialtyCode,
    examYear: registration.examYear,
    candidateName: `${civility === 'mr' ? 'M.' : 'Mme'} ${birthName} ${givenNames}`,
    sections: confirmationSections(
      answers,
      { specialty: specialtyName, country: (code) => reference.countryName(code) },
      (code) => reference.findAcademy(code)?.name ?? code,
    ),
    examPapers,
    examPapersKnown: set !== undefined,
    pieces: requiredPieces(
      answers,
      campaign,
      localDate(registration.createdAtMs, campaign.timeZone),
      reference,
    ),
    campaign,
    returnDeadline: deadline ? frenchLocal(deadline) : null,
    closesAt: window?.closesAt ? frenchLocal(window.closesAt) : null,
    enteredBy: `Saisi par l’agent ${agent} en présence du candidat, le ${frenchLocal(localDate(savedAtMs, campaign.timeZone))}`,
    printedInColour: sheetFactsOf(context.database).printsInColour,
    training: getStation(context.database).training,
    ...(caseManager ? { caseManager } : {}),
    specificNotices: campaign.specificNotices
      .filter((notice) => notice.specialtyCodes.includes(answers.qualification.specialtyCode))
      .map(({ title, url }) => ({ title, ...(url === undefined ? {} : { url }) })),
  };
}

function caseManagerOf(answers: Answers, examPapers: ExamPaperState[], campaign: Campaign): Portfolio | null {
  const { exam } = answers.candidature;
  const { specialtyCode } = answers.qualification;
  return routeFile({ exam, specialtyCode, subjects: subjectsToSit(examPapers) }, campaign.portfolios).main;
}
