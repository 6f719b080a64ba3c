import { assertNever } from '#shared/assert-never.ts';
import type { LetterKind } from '#shared/contract/letters.ts';
import { EXAM_LABELS, frenchDate } from '#shared/fields/stringify.ts';
import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import type { LetterContent, LetterPart } from '#main/documents/letter/index.ts';
import type { LetterFacts } from './letter-facts.ts';
import { postalAddress, townOf } from './postal-address.ts';
import { cancellationParts, exclusionParts, withdrawalParts } from './write-end.ts';
import { noticeParts } from './write-notice.ts';
import { receiptParts } from './write-receipt.ts';
import { reminderParts } from './write-reminder.ts';

/** The letter in words. `rank` is its place among the letters of the file. */
export function writeLetter(kind: LetterKind, facts: LetterFacts, rank: number): LetterContent {
  const { registration, campaign, today, training } = facts;
  const { service, academyName } = campaign;
  const { civility } = registration.answers.identification;
  const town = townOf(campaign);
  const day = `le ${frenchLocal(today)}`;
  return {
    issuer: {
      academyName,
      serviceName: service.name,
      bureau: service.bureau,
      addressLines: service.addressLines,
      phone: service.phone,
      email: service.email,
    },
    recipient: postalAddress(registration.answers),
    references: references(facts),
    placeAndDate: town ? `${town}, ${day}` : capitalised(day),
    subject: `${SUBJECTS[kind]} — ${examWords(facts)}`,
    greeting: civility === 'mr' ? 'Monsieur,' : 'Madame,',
    parts: [...partsOf(kind, facts), ...contact(facts)],
    signatory: [service.name, service.bureau].filter((part) => part !== undefined).join(', '),
    reference: `${groupRegistrationNumber(registration.registrationNumber)} · lettre ${rank} · ${LETTER_LABELS[kind]}`,
    training,
  };
}

const SUBJECTS: Record<LetterKind, string> = {
  depositReceipt: 'Récépissé de dépôt',
  reminder: 'Pièces attendues pour votre candidature',
  cancellation: 'Annulation de votre candidature',
  exclusion: 'Votre candidature est écartée',
  withdrawalProof: 'Attestation de désinscription',
  specificNoticeSlip: 'Note spécifique de votre spécialité',
};

function partsOf(kind: LetterKind, facts: LetterFacts): LetterPart[] {
  switch (kind) {
    case 'depositReceipt':
      return receiptParts(facts);
    case 'reminder':
      return reminderParts(facts);
    case 'cancellation':
      return cancellationParts(facts);
    case 'exclusion':
      return exclusionParts(facts);
    case 'withdrawalProof':
      return withdrawalParts(facts);
    case 'specificNoticeSlip':
      return noticeParts(facts);
    default:
      return assertNever(kind);
  }
}

function examWords({ registration, specialtyLabel }: LetterFacts): string {
  return `${EXAM_LABELS[registration.answers.candidature.exam]}, ${specialtyLabel}, session\u00a0${registration.examYear}`;
}

function references({ registration, agentName }: LetterFacts): LetterContent['references'] {
  const { birthName, givenNames, birthDate } = registration.answers.identification;
  return [
    { label: 'N° inscription', value: groupRegistrationNumber(registration.registrationNumber) },
    { label: 'N° candidat', value: groupCandidateNumber(registration.candidateNumber) },
    { label: 'Candidat', value: `${birthName} ${givenNames}` },
    { label: 'Date de naissance', value: frenchDate(birthDate) },
    { label: 'Version', value: formatVersion(registration.version) },
    { label: 'Suivi par', value: agentName },
  ];
}

/** Whom to ask: the case manager's desk where it can be reached by itself (S3-07); the service is at the head of the letter. */
function contact({ caseManager }: LetterFacts): LetterPart[] {
  const ways = [caseManager?.phone, caseManager?.email].filter((way) => way !== undefined);
  if (!caseManager || ways.length === 0) return [];
  return [
    {
      kind: 'paragraphs',
      title: 'Votre gestionnaire',
      texts: [`${caseManager.title} : ${ways.join(' · ')}`],
    },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
