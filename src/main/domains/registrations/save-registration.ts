import type { Answers } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { FieldChange, Numbers, Override } from '#shared/contract/registrations.ts';
import type { BlobReference } from '#shared/protocol/op.ts';
import { GuichetError } from '#shared/errors.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { StationContext } from '#main/context.ts';
import { discardDraft } from '#main/domains/drafts/index.ts';
import { appendOp } from '#main/domains/outbox/index.ts';
import { newId } from '#main/new-id.ts';
import { recordEvent } from './file-events.ts';
import { getOrAddCandidate, keepIdentityKey, takeRegistrationNumber } from './numbers.ts';
import {
  insertRegistration,
  insertVersion,
  setLastOp,
  updateRegistration,
  type StoredRegistration,
  type StoredVersion,
} from './registration-store.ts';

const FIRST = { version: 1, reason: 'registered' } as const;

/**
 * Version 01. Numbers, answers, draft and the op for the centre are one durable transaction: what the clerk sees as saved
 * is on disk, and nothing is half there.
 */
export function saveNew(
  context: StationContext,
  answers: Answers,
  campaign: Campaign,
  { draftId, overridden = [], candidate: chosen }: NewExtras = {},
): Numbers {
  const { database, clock, agent } = context;
  const savedAtMs = clock.nowMs();
  return database.transaction(() => {
    const examYear = campaign.session ?? Number(localDate(savedAtMs, campaign.timeZone).slice(0, 4));
    const candidate = getOrAddCandidate(database, answers, savedAtMs, chosen);
    const registrationNumber = takeRegistrationNumber(database, answers.candidature.exam, examYear);
    const id = newId();
    const changes = diffAnswers(undefined, answers);
    insertRegistration(database, {
      id,
      registrationNumber,
      candidateId: candidate.id,
      campaignId: campaign.id,
      examYear,
      createdAtMs: savedAtMs,
      createdBy: agent.name,
      version: 1,
      answers,
    });
    insertVersion(database, id, { ...FIRST, answers, changes, agent: agent.name, savedAtMs });
    const { candidateNumber } = candidate;
    const op = appendOp(database, clock, {
      recordId: id,
      registrationNumber,
      candidateNumber,
      kind: 'create',
      version: 1,
      centreVersion: null,
      parentOp: null,
      changes,
      agentLogin: agent.login,
    });
    setLastOp(database, id, op.opId);
    keepOverrides(context, id, 1, overridden);
    if (draftId) discardDraft(database, draftId);
    return { registrationNumber, candidateNumber, version: 1 };
  });
}

interface VersionExtras {
  /** Files that the centre must have with this version. */
  blobs?: BlobReference[];
  /** The draft it was typed in: gone in the same transaction. */
  draftId?: string | undefined;
  /** Rules an entitled clerk set aside for it. */
  overridden?: readonly Override[];
}

interface NewExtras extends Pick<VersionExtras, 'draftId' | 'overridden'> {
  /** The known candidate, or `new`, as a clerk chose. */
  candidate?: string | undefined;
}

/** The next version. Throws `nothing-changed` when the answers are the same. */
export function saveVersion(
  context: StationContext,
  registration: StoredRegistration,
  answers: Answers,
  reason: StoredVersion['reason'],
  { blobs = [], draftId, overridden = [] }: VersionExtras = {},
): Numbers {
  const { database, clock, agent } = context;
  const changes = diffAnswers(registration.answers, answers);
  if (changes.length === 0) throw new GuichetError('nothing-changed');
  const { id, registrationNumber, candidateNumber } = registration;
  const version = registration.version + 1;
  return database.transaction(() => {
    updateRegistration(database, id, version, answers);
    keepIdentityKey(database, candidateNumber, answers);
    insertVersion(database, id, {
      version,
      answers,
      changes,
      reason,
      agent: agent.name,
      savedAtMs: clock.nowMs(),
    });
    const op = appendOp(database, clock, {
      recordId: id,
      registrationNumber,
      candidateNumber,
      kind: 'amend',
      version,
      centreVersion: registration.centreVersion,
      parentOp: registration.lastOpId,
      changes,
      blobs,
      agentLogin: agent.login,
    });
    setLastOp(database, id, op.opId);
    keepOverrides(context, id, version, overridden);
    if (draftId) discardDraft(database, draftId);
    return { registrationNumber, candidateNumber, version };
  });
}

function keepOverrides(
  context: StationContext,
  id: string,
  version: number,
  overridden: readonly Override[],
): void {
  for (const override of overridden) {
    const { code, reason } = override;
    const approver = context.approvals.approverOf(override);
    recordEvent(context, id, 'overridden', {
      code,
      reason,
      version: formatVersion(version),
      ...(approver ? { approvedBy: approver.name, approverId: approver.id } : {}),
    });
    context.approvals.spend(override);
  }
}

/**
 * Tells the centre something of the file that is not an answer: a paper that came back, a piece that was controlled. `changes`
 * have paths of their own (`file.…`), which no version of the answers ever has. Of a file that ended the centre takes nothing
 * more: what is still noted of it (a letter, a hold) stays in the station's own history.
 */
export function saveAttachment(
  context: StationContext,
  registration: StoredRegistration,
  { blobs = [], changes = [] }: { blobs?: BlobReference[]; changes?: FieldChange[] },
): void {
  if (hasEnded(registration.status)) return;
  const { database, clock, agent } = context;
  const op = appendOp(database, clock, {
    recordId: registration.id,
    registrationNumber: registration.registrationNumber,
    candidateNumber: registration.candidateNumber,
    kind: 'attach',
    version: registration.version,
    centreVersion: registration.centreVersion,
    parentOp: registration.lastOpId,
    changes,
    blobs,
    agentLogin: agent.login,
  });
  setLastOp(database, registration.id, op.opId);
}
