import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { Op } from '#shared/protocol/op.ts';
import { answersFromFlat, withChanges } from '#shared/rules/answer-changes.ts';
import { examYearOf } from '#shared/rules/registration-number.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { candidateOfNumber, identityKey } from './numbers.ts';
import { insertRegistration, insertVersion, setLastOp, updateRegistration } from './registration-store.ts';

/**
 * Writes again, from the signed ops of one registration in their order, the versions and the row that damage took. What is there is left
 * as it is. Returns whether something was written. Call it inside a transaction.
 */
export function rebuildFromOps(database: WritableDatabase, ops: readonly Op[]): boolean {
  let latest: { op: Op; answers: Answers } | undefined;
  let wrote = false;
  for (const op of ops) {
    if (op.kind !== 'create' && op.kind !== 'amend') continue;
    const known = answersAt(database, op.recordId, op.version);
    const answers = known ?? answersAfter(op, baseOf(database, op, latest?.answers));
    if (!answers) continue;
    if (!known) {
      insertVersion(database, op.recordId, {
        version: op.version,
        answers,
        changes: op.changes,
        reason: op.kind === 'create' ? 'registered' : 'amended',
        agent: op.agent,
        savedAtMs: op.capturedAtMs,
      });
      wrote = true;
    }
    latest = { op, answers };
  }
  return (latest !== undefined && keepRow(database, latest.op, latest.answers, ops)) || wrote;
}

function baseOf(database: ReadableDatabase, op: Op, running: Answers | undefined): Answers | undefined {
  if (op.kind === 'create') return undefined;
  return answersAt(database, op.recordId, op.version - 1) ?? running;
}

function answersAt(database: ReadableDatabase, id: string, version: number): Answers | undefined {
  const row = database.get(
    `SELECT ${opened('registration_version')} FROM registration_version WHERE registration_id = ? AND version = ?`,
    id,
    version,
  );
  return row && jsonOf(row, 'answers', answersSchema);
}

/** Undefined where the ops before it are gone too: half a file is not a file. */
function answersAfter(op: Op, base: Answers | undefined): Answers | undefined {
  const leaves = Object.fromEntries(op.changes.map(({ path, after }) => [path, after]));
  if (op.kind === 'amend' && !base) return undefined;
  return answersSchema.safeParse(base ? withChanges(base, leaves) : answersFromFlat(leaves)).data;
}

/** The registration's own row, if it is gone or older than its newest version. */
function keepRow(database: WritableDatabase, op: Op, answers: Answers, ops: readonly Op[]): boolean {
  const row = database.get('SELECT version FROM registration WHERE id = ?', op.recordId);
  if (row && numberOf(row, 'version') >= op.version) return false;
  if (row) updateRegistration(database, op.recordId, op.version, answers);
  else
    insertRegistration(database, {
      id: op.recordId,
      registrationNumber: op.registrationNumber,
      candidateId: candidateOfNumber(database, op.candidateNumber, answers, op.capturedAtMs),
      campaignId: answers.candidature.campaignId,
      examYear: examYearOf(op.registrationNumber),
      createdAtMs: ops[0]?.capturedAtMs ?? op.capturedAtMs,
      createdBy: op.agent,
      version: op.version,
      answers,
    });
  setLastOp(database, op.recordId, ops.at(-1)?.opId ?? op.opId);
  return true;
}

/** Gives back their candidate to registrations whose candidate is gone, from the number their signed ops name. */
export function rebuildCandidates(database: WritableDatabase): void {
  const rows = database.all(
    `SELECT r.candidate_id, r.birth_name, r.given_names, r.birth_date, r.created_at_ms,
       (SELECT unsealed(canonical, op_id) ->> '$.candidateNumber' FROM outbox_op JOIN outbox_text USING (op_id) WHERE record_id = r.id LIMIT 1) AS number
     FROM registration r WHERE r.candidate_id NOT IN (SELECT id FROM candidate)`,
  );
  for (const row of rows.filter(({ number }) => typeof number === 'string')) {
    const identification = {
      birthName: textOf(row, 'birth_name'),
      givenNames: textOf(row, 'given_names'),
      birthDate: textOf(row, 'birth_date'),
    };
    // Several registrations of one candidate: the first gives it back to all.
    database.run(
      'INSERT OR IGNORE INTO candidate (id, candidate_number, identity_key, created_at_ms) VALUES (?, ?, ?, ?)',
      textOf(row, 'candidate_id'),
      textOf(row, 'number'),
      identityKey({ identification }),
      numberOf(row, 'created_at_ms'),
    );
  }
}
