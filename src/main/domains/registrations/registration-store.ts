import { z } from 'zod';
import { answersSchema, examSchema, type Answers } from '#shared/contract/answers.ts';
import {
  fieldChangeSchema,
  statusSchema,
  versionSchema,
  type FieldChange,
  type RegistrationStatus,
} from '#shared/contract/registrations.ts';
import { compactNumber } from '#shared/rules/compact-number.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { phoneNumber } from '#shared/rules/phone-number.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

const changesSchema = z.array(fieldChangeSchema);

export interface StoredRegistration {
  id: string;
  registrationNumber: string;
  candidateNumber: string;
  campaignId: string;
  examYear: number;
  status: RegistrationStatus;
  statusReason: string | null;
  locked: boolean;
  version: number;
  lastOpId: string | null;
  /** Version at the centre, as last read from there; null while nothing was. */
  centreVersion: number | null;
  createdAtMs: number;
  answers: Answers;
}

export interface StoredVersion {
  version: number;
  answers: Answers;
  changes: FieldChange[];
  reason: z.infer<typeof versionSchema>['reason'];
  agent: string;
  savedAtMs: number;
}

const SELECT = `SELECT r.*, ${opened('registration', 'r')}, c.candidate_number, ${opened('registration_version', 'v')} FROM registration r
  JOIN candidate c ON c.id = r.candidate_id
  JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version`;

export function findRegistration(
  database: ReadableDatabase,
  registrationNumber: string,
): StoredRegistration | undefined {
  const row = database.get(`${SELECT} WHERE r.registration_number = ?`, registrationNumber);
  return row && toRegistration(row);
}

export function findRegistrationById(database: ReadableDatabase, id: string): StoredRegistration | undefined {
  const row = database.get(`${SELECT} WHERE r.id = ?`, id);
  return row && toRegistration(row);
}

/** Every registration of a candidate, the newest first. */
export function registrationsOf(database: ReadableDatabase, candidateId: string): StoredRegistration[] {
  return database
    .all(`${SELECT} WHERE r.candidate_id = ? ORDER BY r.exam_year DESC, r.created_at_ms DESC`, candidateId)
    .map(toRegistration);
}

export function newestAnswersOf(database: ReadableDatabase, candidateId: string): Answers | undefined {
  const row = database.get(
    `${SELECT} WHERE r.candidate_id = ? ORDER BY r.exam_year DESC, r.created_at_ms DESC LIMIT 1`,
    candidateId,
  );
  return row && toRegistration(row).answers;
}

export function versionsOf(database: ReadableDatabase, id: string): StoredVersion[] {
  return database
    .all(
      `SELECT *, ${opened('registration_version')} FROM registration_version WHERE registration_id = ? ORDER BY version`,
      id,
    )
    .map((row) => ({
      version: numberOf(row, 'version'),
      answers: jsonOf(row, 'answers', answersSchema),
      changes: jsonOf(row, 'changes', changesSchema),
      reason: versionSchema.shape.reason.parse(row['reason']),
      agent: textOf(row, 'agent'),
      savedAtMs: numberOf(row, 'saved_at_ms'),
    }));
}

/** The registration's own row, at its first version, or at the one another counter brought it to. */
export function insertRegistration(
  database: WritableDatabase,
  registration: Omit<
    StoredRegistration,
    'answers' | 'candidateNumber' | 'centreVersion' | 'lastOpId' | 'locked' | 'status' | 'statusReason'
  > & {
    candidateId: string;
    createdBy: string;
    /** The station that registered it, when it is not this one. */
    registeredAt?: string;
    answers: Answers;
  },
): void {
  const columns = columnsOf(registration.answers);
  database.run(
    `INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status, version,
       birth_name, usage_name, given_names, birth_date, search_name, email, phone, ministry_number, category, created_by, registered_at, created_at_ms,
       counter_reason, sealed_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'awaitingReturn', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, sealed(?, ?))`,
    registration.id,
    registration.registrationNumber,
    registration.candidateId,
    registration.campaignId,
    columns.exam,
    registration.examYear,
    columns.specialtyCode,
    registration.version,
    columns.birthName,
    columns.usageName,
    columns.givenNames,
    columns.birthDate,
    columns.searchName,
    columns.email,
    columns.phone,
    columns.ministryNumber,
    columns.category,
    registration.createdBy,
    registration.registeredAt ?? null,
    registration.createdAtMs,
    columns.counterReason,
    columns.sealedReason,
    registration.id,
  );
}

/** Points the registration at its newest version and keeps the searchable columns in step with it. */
export function updateRegistration(
  database: WritableDatabase,
  id: string,
  version: number,
  answers: Answers,
): void {
  const columns = columnsOf(answers);
  database.run(
    `UPDATE registration SET version = ?, status = 'awaitingReturn', exam = ?, specialty_code = ?, birth_name = ?, usage_name = ?, given_names = ?,
       birth_date = ?, search_name = ?, email = ?, phone = ?, ministry_number = ?, category = ?, counter_reason = ?,
       sealed_reason = sealed(?, id) WHERE id = ?`,
    version,
    columns.exam,
    columns.specialtyCode,
    columns.birthName,
    columns.usageName,
    columns.givenNames,
    columns.birthDate,
    columns.searchName,
    columns.email,
    columns.phone,
    columns.ministryNumber,
    columns.category,
    columns.counterReason,
    columns.sealedReason,
    id,
  );
}

export function insertVersion(database: WritableDatabase, id: string, version: StoredVersion): void {
  database.run(
    `INSERT INTO registration_version (registration_id, version, answers, changes, reason, agent, saved_at_ms)
     VALUES (?, ?, sealed(?, ?), sealed(?, ?), ?, ?, ?)`,
    id,
    version.version,
    JSON.stringify(version.answers),
    id,
    JSON.stringify(version.changes),
    id,
    version.reason,
    version.agent,
    version.savedAtMs,
  );
}

export function setLastOp(database: WritableDatabase, id: string, opId: string): void {
  database.run('UPDATE registration SET last_op_id = ? WHERE id = ?', opId, id);
}

/** What the centre was last seen to hold. */
export function setCentreState(
  database: WritableDatabase,
  id: string,
  { version, lastOpId }: { version: number; lastOpId: string },
): void {
  database.run(
    'UPDATE registration SET centre_version = ?, last_op_id = ? WHERE id = ?',
    version,
    lastOpId,
    id,
  );
}

export function setLocked(database: WritableDatabase, id: string, locked: boolean): void {
  database.run('UPDATE registration SET locked = ? WHERE id = ?', Number(locked), id);
}

/** Where the file stands, since when, and for an end, why. */
export function setStatus(
  database: WritableDatabase,
  id: string,
  status: StoredRegistration['status'],
  atMs: number,
  reason: string | null = null,
): void {
  database.run(
    'UPDATE registration SET status = ?, status_reason = sealed(?, id), status_changed_at_ms = ? WHERE id = ?',
    status,
    reason,
    atMs,
    id,
  );
}

function columnsOf(answers: Answers) {
  const { birthName, usageName, givenNames, birthDate, email, phone, ministryNumber } =
    answers.identification;
  const { counterReason } = answers.candidature;
  return {
    exam: answers.candidature.exam,
    specialtyCode: answers.qualification.specialtyCode,
    category: answers.candidature.category,
    birthName,
    usageName: usageName ?? '',
    givenNames,
    birthDate,
    searchName: foldForSearch([birthName, givenNames, usageName ?? ''].join(' ')),
    email: email.toLowerCase(),
    phone: (phone && phoneNumber(phone)) ?? '',
    ministryNumber: ministryNumber === undefined ? '' : compactNumber(ministryNumber),
    // The one reason that tells of health is counted with the others by who may not know it.
    counterReason: counterReason === 'disability' ? 'other' : (counterReason ?? ''),
    sealedReason: counterReason ?? '',
  };
}

function toRegistration(row: Row): StoredRegistration {
  return {
    id: textOf(row, 'id'),
    registrationNumber: textOf(row, 'registration_number'),
    candidateNumber: textOf(row, 'candidate_number'),
    campaignId: textOf(row, 'campaign_id'),
    examYear: numberOf(row, 'exam_year'),
    status: statusSchema.parse(row['status']),
    statusReason: textOrNullOf(row, 'status_reason'),
    locked: numberOf(row, 'locked') === 1,
    version: numberOf(row, 'version'),
    lastOpId: textOrNullOf(row, 'last_op_id'),
    centreVersion: numberOrNullOf(row, 'centre_version'),
    createdAtMs: numberOf(row, 'created_at_ms'),
    answers: jsonOf(row, 'answers', answersSchema),
  };
}

export function examOf(row: Row) {
  return examSchema.parse(row['exam']);
}
