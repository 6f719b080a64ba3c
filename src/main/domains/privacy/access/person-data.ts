import type { Registration } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { retentionOf } from '#shared/rules/retention.ts';
import type { StationContext } from '#main/context.ts';
import { textOf } from '#main/database/columns.ts';
import { hasSealedColumns, opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { entriesAbout } from '#main/domains/audit/index.ts';
import { stationTimeZone } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { describeRegistration, findRegistrationById } from '#main/domains/registrations/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { PERSONAL_TABLES } from '../personal-tables.ts';
import { retentionSettings } from '../retention-settings.ts';
import { documentsOf, type PersonDocument } from './person-documents.ts';

export interface PersonRegistration {
  id: string;
  registration: Registration;
  keptUntil: string;
  holdReason: string | null;
  documents: PersonDocument[];
  /** Rows of every table that speaks of the registration, by table. */
  rows: Record<string, Row[]>;
}

export interface Consultation {
  atMs: number;
  operation: string;
  outcome: string;
}

export interface PersonData {
  candidateNumber: string;
  /** Local day of the extraction. */
  givenOn: string;
  timeZone: string;
  office: string;
  academy: string;
  training: boolean;
  candidate: Row;
  registrations: PersonRegistration[];
  drafts: Row[];
  /** What the audit log says of her files, without the names of clerks (CJEU, C-579/21, 22 June 2023). */
  consultations: Consultation[];
}

/** All that this station holds about one person, and nothing of anyone else. Throws `unknown-candidate`. */
export function personData(
  context: StationContext,
  reference: Reference,
  candidateNumber: string,
): PersonData {
  const { database, clock } = context;
  const number = candidateNumber.replace(/\s/g, '');
  const candidate = database.get('SELECT * FROM candidate WHERE candidate_number = ?', number);
  if (!candidate) throw new GuichetError('unknown-candidate', { detail: { number: candidateNumber } });
  const ids = database
    .all(
      'SELECT id FROM registration WHERE candidate_id = ? ORDER BY created_at_ms, id',
      textOf(candidate, 'id'),
    )
    .map((row) => textOf(row, 'id'));
  const { office, academyCode, training } = getStation(database);
  const timeZone = stationTimeZone(database, reference);
  const registrations = ids.map((id) => personRegistration(context, reference, id));
  const drafts = draftsOf(database, number, textOf(candidate, 'id'));
  return {
    candidateNumber: number,
    givenOn: localDate(clock.nowMs(), timeZone),
    timeZone,
    office,
    academy: reference.findAcademy(academyCode)?.name ?? academyCode,
    training,
    candidate,
    registrations,
    drafts,
    consultations: entriesAbout(database, [number, ...referencesOf(registrations), ...idsOf(drafts)]),
  };
}

function draftsOf(database: ReadableDatabase, number: string, candidateId: string): Row[] {
  return database.all(
    `SELECT *, ${opened('draft')} FROM draft WHERE candidate = ? OR registration_number IN (
       SELECT registration_number FROM registration WHERE candidate_id = ?)`,
    number,
    candidateId,
  );
}

/** What the log may call her files by: their numbers, and the papers, pages and proposals in them. */
function referencesOf(registrations: readonly PersonRegistration[]): string[] {
  return registrations.flatMap(({ registration, rows }) => [
    registration.registrationNumber,
    ...Object.values(rows).flatMap(idsOf),
  ]);
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ id, op_id: opId }) => [id, opId].filter((one) => typeof one === 'string'));
}

function personRegistration(context: StationContext, reference: Reference, id: string): PersonRegistration {
  const { database } = context;
  const stored = findRegistrationById(database, id);
  if (!stored) throw new GuichetError('unknown-registration');
  const row = database.get(`SELECT *, ${opened('registration')} FROM registration WHERE id = ?`, id) ?? {};
  const { keptUntil } = retentionOf(stored.examYear, retentionSettings(database), '');
  return {
    id,
    registration: describeRegistration(context, reference, stored),
    keptUntil,
    holdReason: typeof row['hold_reason'] === 'string' ? row['hold_reason'] : null,
    documents: documentsOf(database, id, stored.registrationNumber),
    rows: { registration: [row], ...rowsOfTables(database, id) },
  };
}

function rowsOfTables(database: ReadableDatabase, id: string): Record<string, Row[]> {
  const ofTables = PERSONAL_TABLES.map(({ table, column }): [string, Row[]] => [
    table,
    database.all(
      `SELECT *${hasSealedColumns(table) ? `, ${opened(table)}` : ''} FROM ${table} WHERE ${column} = ?`,
      id,
    ),
  ]);
  const sendings = database.all(
    'SELECT op_id, kind, captured_at_ms, state FROM outbox_op WHERE record_id = ? ORDER BY station_seq',
    id,
  );
  return { ...Object.fromEntries(ofTables), outbox_op: sendings };
}
