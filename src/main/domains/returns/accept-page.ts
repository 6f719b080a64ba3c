import type { Arrival } from '#shared/contract/mail.ts';
import type { FieldChange, Numbers, SeenPiece } from '#shared/contract/registrations.ts';
import { blobReferenceSchema, type BlobReference } from '#shared/protocol/op.ts';
import { GuichetError, type FieldProblem } from '#shared/errors.ts';
import { fieldClassOf } from '#shared/fields/catalogue.ts';
import { dottedChanges, withChanges } from '#shared/rules/answer-changes.ts';
import { identityChanges } from '#shared/rules/frozen-identity.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { StationContext } from '#main/context.ts';
import { appendBlob } from '#main/domains/outbox/index.ts';
import { refreshStatus } from '#main/domains/file-life/index.ts';
import { keepReturn, type ReturnFacts } from '#main/domains/mail/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  findRegistrationById,
  judgeAnswers,
  recordCorrectedIdentity,
  requireEntitledToIdentity,
  requireSeenPiece,
  requireValid,
  saveAttachment,
  saveVersion,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { requireAnswer, requireMarksSeen, requireUndecided, type SecondLook } from './decide.ts';
import { decidePage, getPage, type StoredPage } from './page-store.ts';
import { requireAcceptable } from './acceptable.ts';
import { returnOfMate } from './sheet-pages.ts';

export interface Acceptance extends SecondLook {
  id: string;
  signed: boolean;
  dated: boolean;
  changes: Record<string, unknown>;
  arrival?: Arrival | undefined;
  /** For corrections of the identity only. */
  pieceSeen?: SeenPiece | undefined;
  seenMarks: readonly number[];
}

/**
 * A person's decision on a page. Corrections become the next version; the original scan leaves for the centre with it.
 * All in one transaction: the page cannot be accepted without its effects.
 */
export function acceptPage(
  context: StationContext,
  reference: Reference,
  acceptance: Acceptance,
): Numbers & { newVersion: boolean } {
  const stored = getPage(context.database, acceptance.id);
  requireUndecided(context, stored.page, acceptance);
  requireAnswer(stored.page, acceptance);
  requireMarksSeen(stored.page.reading, acceptance.seenMarks);
  const registration = requireAcceptable(context, stored);
  const changes = dottedChanges(acceptance.changes);
  const { database, agent, clock } = context;
  return database.transaction(() => {
    const blobs = attachSource(context, stored);
    const numbers =
      Object.keys(changes).length > 0
        ? saveCorrections(context, reference, registration, {
            changes,
            blobs,
            pieceSeen: acceptance.pieceSeen,
          })
        : numbersOf(registration);
    const isNew = numbers.version !== registration.version;
    const returned = keepSignature(context, reference, { stored, registration, acceptance, ...numbers });
    // The red ink is over the candidate's own signature: the page signs the version that it made (S0-14).
    sendReturn(context, registration, isNew ? [] : blobs, returned);
    refreshStatus(context, reference, registration.id);
    decidePage(database, acceptance.id, {
      decision: 'accepted',
      reason: null,
      by: agent.login,
      atMs: clock.nowMs(),
      answer: acceptance.answer ?? null,
      madeVersion: isNew ? numbers.version : null,
    });
    return { ...numbers, newVersion: isNew };
  });
}

interface Corrections {
  changes: Record<string, unknown>;
  blobs: BlobReference[];
  pieceSeen: SeenPiece | undefined;
}

/** The next version in red ink. The identity asks the same of red ink as of any correction: an entitled clerk, a document seen (S4-07). */
function saveCorrections(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  { changes, blobs, pieceSeen }: Corrections,
): Numbers {
  const answers = correctedAnswers(context, reference, registration, changes);
  requireEntitledToIdentity(context, registration.answers, answers);
  requireSeenPiece(registration.answers, answers, pieceSeen);
  const numbers = saveVersion(context, registration, answers, 'redInkCorrection', { blobs });
  if (pieceSeen && identityChanges(registration.answers, answers).length > 0)
    recordCorrectedIdentity(context, registration.id, { pieceSeen });
  return numbers;
}

/** After closing, only what the campaign's red pen may touch; before, the ordinary rules (docs/rules.md, contradiction 1). */
function correctedAnswers(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  changes: Record<string, unknown>,
) {
  const judgement = judgeAnswers(withChanges(registration.answers, changes), context, reference, {
    own: registration,
  });
  const isClosed = judgement.problems.some((problem) => problem.code === 'window-closed');
  const problems = judgement.problems.filter((problem) => problem.code !== 'window-closed');
  const refused =
    isClosed && judgement.campaign ? redPenProblems(judgement.campaign, Object.keys(changes)) : [];
  return requireValid({ ...judgement, problems: [...refused, ...problems] }).answers;
}

function redPenProblems(campaign: Campaign, paths: string[]): FieldProblem[] {
  const { policy, fieldClasses } = campaign.redPen;
  return paths
    .filter((path) => policy === 'none' || !fieldClasses.includes(fieldClassOf(path)))
    .map((path) => ({ path, code: 'red-pen-not-allowed' }));
}

function numbersOf({ registrationNumber, candidateNumber, version }: StoredRegistration): Numbers {
  return { registrationNumber, candidateNumber, version };
}

interface SignedPage {
  stored: StoredPage;
  registration: StoredRegistration;
  acceptance: Acceptance;
  /** The version after the corrections. */
  version: number;
}

/**
 * The page with the place to sign is a return of the confirmation; another page of the sheet is not one by itself. When its red ink
 * makes a version after the signed page was accepted, the signature, given on the same paper, covers that version too.
 */
function keepSignature(
  context: StationContext,
  reference: Reference,
  { stored, registration, acceptance, version }: SignedPage,
): FieldChange[] {
  const { signed, dated, arrival } = acceptance;
  const { reading, id: pageId, stackId } = stored.page;
  const keep = (facts: ReturnFacts) => [keepReturn(context, reference, registration, facts).change];
  if (signed || dated || reading.signature !== undefined)
    return keep({ version, signed, dated, arrival, pageId });
  if (version === registration.version || reading.version === undefined) return [];
  const paper = { stackId, registrationId: registration.id, version: reading.version };
  const signedMate = returnOfMate(context.database, paper, registration.version);
  return signedMate ? keep({ ...signedMate, version }) : [];
}

function sendReturn(
  context: StationContext,
  registration: StoredRegistration,
  blobs: BlobReference[],
  changes: FieldChange[],
): void {
  const latest = findRegistrationById(context.database, registration.id);
  if (latest && (blobs.length > 0 || changes.length > 0)) saveAttachment(context, latest, { blobs, changes });
}

/** The original bytes go to the centre: a faithful dated copy with its hash has the force of the paper (code civil 1379). */
function attachSource(context: StationContext, { sourceFileId }: StoredPage): BlobReference[] {
  const file = context.files.find(sourceFileId);
  if (!file) throw new GuichetError('database-damaged', { detail: { file: sourceFileId } });
  const blob = blobReferenceSchema.parse({
    sha256: file.sha256,
    size: file.size,
    type: file.mediaType,
    pages: 1,
  });
  appendBlob(context.database, blob, file.id);
  return [blob];
}
