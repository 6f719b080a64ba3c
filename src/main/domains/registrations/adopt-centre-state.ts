import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { RegistrationStatus } from '#shared/contract/registrations.ts';
import type { RecordState } from '#shared/protocol/changes.ts';
import { answersFromFlat, diffAnswers } from '#shared/rules/answer-changes.ts';
import { examYearOf } from '#shared/rules/registration-number.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { hasPendingOps } from '#main/domains/outbox/index.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { candidateOfNumber, keepIdentityKey } from './numbers.ts';
import {
  findRegistration,
  findRegistrationById,
  insertRegistration,
  insertVersion,
  setCentreState,
  setStatus,
  updateRegistration,
  type StoredRegistration,
  type StoredVersion,
} from './registration-store.ts';
import type { End } from './save-end.ts';

/** Who changed it last, as it is shown in the history. */
export interface OtherCounter {
  agent: string;
  station: string;
  atMs: number;
  /** Which end, should the file have ended there, and what was said of it. */
  end: End;
  endReason: string;
}

/**
 * `waits`: this station has changes of the file that the centre has not judged; their verdict brings the file back. `unreadable`: a
 * newer program wrote answers that this one does not know. `number-taken`: a file of this station bears that number, as after a copied disk;
 * the centre has set this station's own aside, for a person.
 */
export type Adoption = 'adopted' | 'unchanged' | 'waits' | 'unreadable' | 'number-taken';

/**
 * Makes a file what the centre holds. The centre united what could be united and kept the rest for a person, so that all counters that
 * take its state hold the same. Answers that differ are a version of their own, above every number this station ever printed.
 * Call it inside a transaction.
 */
export function adoptCentreState(database: WritableDatabase, state: RecordState, by: OtherCounter): Adoption {
  if (hasPendingOps(database, state.recordId)) return 'waits';
  const parsed = answersSchema.safeParse(answersFromFlat(state.answers));
  if (!parsed.success) return 'unreadable';
  const known = findRegistrationById(database, state.recordId);
  if (!known && findRegistration(database, state.registrationNumber)) return 'number-taken';
  const before = known?.status;
  const isChanged = known
    ? renew(database, known, state, parsed.data, by)
    : takeOver(database, state, parsed.data, by);
  const status = statusAfter(before, isChanged, state, by);
  if (status !== undefined)
    setStatus(database, state.recordId, status, by.atMs, state.cancelled ? by.endReason : null);
  setCentreState(database, state.recordId, state);
  return isChanged || status !== undefined ? 'adopted' : 'unchanged';
}

/** Undefined: as it stands. An end that the centre holds back (another counter changed the file meanwhile) is no end yet. */
function statusAfter(
  before: RegistrationStatus | undefined,
  isChanged: boolean,
  { cancelled }: RecordState,
  by: OtherCounter,
): RegistrationStatus | undefined {
  const hadEnded = before !== undefined && hasEnded(before);
  if (!cancelled) return hadEnded ? 'awaitingReturn' : undefined;
  if (hadEnded) return isChanged ? before : undefined;
  return by.end;
}

/** Answers that differ are the next version here: above the centre's number and above every one this station printed. */
function renew(
  database: WritableDatabase,
  known: StoredRegistration,
  state: RecordState,
  answers: Answers,
  by: OtherCounter,
): boolean {
  const changes = diffAnswers(known.answers, answers);
  if (changes.length === 0) return false;
  const version = Math.max(known.version + 1, state.version);
  updateRegistration(database, known.id, version, answers);
  keepIdentityKey(database, state.candidateNumber, answers);
  insertVersion(database, known.id, versionOf(version, answers, changes, by));
  return true;
}

function versionOf(
  version: number,
  answers: Answers,
  changes: StoredVersion['changes'],
  by: OtherCounter,
): StoredVersion {
  const agent = `${by.agent}, ${by.station}`;
  return { version, answers, changes, reason: 'otherCounter', agent, savedAtMs: by.atMs };
}

/** A file that another counter registered, seen here for the first time. */
function takeOver(
  database: WritableDatabase,
  state: RecordState,
  answers: Answers,
  by: OtherCounter,
): boolean {
  const { recordId: id, registrationNumber, candidateNumber, version } = state;
  insertRegistration(database, {
    id,
    registrationNumber,
    candidateId: candidateOfNumber(database, candidateNumber, answers, by.atMs),
    campaignId: answers.candidature.campaignId,
    examYear: examYearOf(registrationNumber),
    createdAtMs: by.atMs,
    createdBy: by.agent,
    registeredAt: by.station,
    version,
    answers,
  });
  insertVersion(database, id, versionOf(version, answers, diffAnswers(undefined, answers), by));
  return true;
}
