import { sha256Hex } from '../canonical.ts';
import { emailKey } from '../portal/email-key.ts';
import type { Sql } from '../postgres/database.ts';
import { insertRows } from '../postgres/insert-rows.ts';
import { answersText } from './flat-answers.ts';
import type { IntakeView, RecordVersion } from './intake-view.ts';
import { saveChanges } from './save-changes.ts';

/**
 * Writes what judging changed. Uniqueness is the database's: a violation throws, and the caller judges again item by item.
 * Returns the highest server sequence written, 0 when nothing was received.
 */
export async function saveView(sql: Sql, view: IntakeView, receipt: string): Promise<number> {
  await saveOps(sql, view, receipt);
  await saveRecords(sql, view);
  await saveChanges(sql, view);
  await saveAlarms(sql, view);
  const { stationId, headSeq, headHash, suspendedFor } = view.station;
  // The last sequence number this connection drew: there is one only when an op was received.
  const drawn =
    view.changes.received.length > 0 ? `currval(pg_get_serial_sequence('op', 'server_seq'))` : '0';
  const [row] = await sql.rows(
    `UPDATE station SET head_seq = $2, head_hash = $3, suspended_for = $4 WHERE station_id = $1 RETURNING ${drawn} AS highest`,
    [stationId, headSeq, headHash, suspendedFor],
  );
  return Number(row?.['highest'] ?? 0);
}

async function saveOps(sql: Sql, view: IntakeView, receipt: string): Promise<void> {
  const { received, released, receiptId } = view.changes;
  const waited = [...released].map(([op_id, { verdict, reason }]) => ({ op_id, verdict, reason }));
  if (waited.length > 0) {
    await sql.rows(
      `UPDATE op SET verdict = r.verdict, reason = r.reason
       FROM json_populate_recordset(NULL::op, $1) r WHERE op.op_id = r.op_id`,
      [JSON.stringify(waited)],
    );
  }
  if (received.length === 0) return;
  await sql.rows('INSERT INTO receipt (receipt_id, signed) VALUES ($1, $2)', [receiptId, receipt]);
  await insertRows(
    sql,
    'op',
    received.map(({ item, outcome }) => ({
      op_id: item.op.opId,
      station_id: item.op.stationId,
      station_seq: item.op.stationSeq,
      previous_hash: item.op.previousHash,
      record_id: item.op.recordId,
      registration_number: item.op.registrationNumber,
      kind: item.op.kind,
      version: item.op.version,
      canonical: item.canonical,
      sha256: item.sha256,
      signature: item.signature,
      verdict: outcome.verdict,
      reason: outcome.reason,
      receipt_id: receiptId,
      received_at: 'now',
    })),
  );
  await insertRows(sql, 'blob_reference', blobReferences(view), 'ON CONFLICT DO NOTHING');
}

function blobReferences(view: IntakeView) {
  return view.changes.received.flatMap(({ item: { op } }) =>
    op.blobs.map((blob) => ({
      op_id: op.opId,
      sha256: blob.sha256,
      record_id: op.recordId,
      version: op.version,
      size: blob.size,
      media_type: blob.type,
      pages: blob.pages,
    })),
  );
}

async function saveRecords(sql: Sql, view: IntakeView): Promise<void> {
  const rowsOf = (ids: Set<string>) =>
    [...ids].flatMap((id) => {
      const record = view.records.get(id);
      return record ? [recordRow(record)] : [];
    });
  await insertRows(sql, 'registration', rowsOf(view.changes.createdRecords));
  const updated = rowsOf(view.changes.updatedRecords);
  if (updated.length === 0) return;
  await sql.rows(
    `UPDATE registration SET version = r.version, cancelled = r.cancelled, answers = r.answers, answers_sha256 = r.answers_sha256,
       email_key = r.email_key, last_op_id = r.last_op_id, updated_at = now()
     FROM json_populate_recordset(NULL::registration, $1) r WHERE registration.record_id = r.record_id`,
    [JSON.stringify(updated)],
  );
}

function recordRow(record: RecordVersion) {
  const answers = answersText(record.answers);
  return {
    record_id: record.recordId,
    registration_number: record.registrationNumber,
    candidate_number: record.candidateNumber,
    version: record.version,
    cancelled: record.cancelled,
    answers,
    answers_sha256: sha256Hex(answers),
    email_key: lookedUpBy(record.answers.get('identification.email')),
    academy_code: record.academyCode,
    last_op_id: record.lastOpId,
    updated_at: 'now',
  };
}

/** A station may say anything; nobody looks for what is no address (RFC 5321: 254 characters), and the base keeps no NUL by itself. */
function lookedUpBy(email: unknown): string | null {
  return typeof email === 'string' && /^[^\0]{1,254}$/.test(email) ? emailKey(email) : null;
}

async function saveAlarms(sql: Sql, view: IntakeView): Promise<void> {
  const { stationId } = view.station;
  await insertRows(
    sql,
    'quarantine',
    view.changes.quarantined.map(({ item, reason }) => ({
      sha256: item.sha256,
      station_id: stationId,
      op_id: item.op.opId,
      station_seq: item.op.stationSeq,
      canonical: item.canonical,
      signature: item.signature,
      reason,
      received_at: 'now',
    })),
    'ON CONFLICT DO NOTHING',
  );
  const events = view.changes.events.map(({ code, opSha256 }) => [stationId, code, opSha256]);
  for (const event of events) {
    await sql.rows('INSERT INTO security_event (station_id, code, op_sha256) VALUES ($1, $2, $3)', event);
  }
}
