import type { Exam } from '#shared/contract/answers.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import { TALLIED } from '#main/domains/lists/index.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { findRegistrationById, type StoredRegistration } from '#main/domains/registrations/index.ts';

/** Files of one exam and specialty, counted by what is left to do with them. */
export interface CountedFiles {
  exam: string;
  specialtyCode: string;
  state: 'awaiting' | 'ready' | 'transmitted';
  count: number;
}

const LIVE = `r.status NOT IN ('withdrawn', 'cancelled', 'excluded')`;
const ON_SLIP = `EXISTS (SELECT 1 FROM transmittal_slip_entry e WHERE e.registration_id = r.id AND e.version = r.version)`;

/** All files as they are counted all along, and a walk of what is on slips: whether a file is on one asks for its row. */
export function countFiles(database: ReadableDatabase, campaignId: string): CountedFiles[] {
  const onSlips = countBy(
    database,
    'count(*)',
    `(SELECT DISTINCT registration_id, version FROM transmittal_slip_entry) e
       CROSS JOIN registration r ON r.id = e.registration_id AND r.version = e.version`,
    campaignId,
  );
  const all = countBy(database, 'sum(r.files)', TALLIED, campaignId);
  const transmitted = onSlips.map((files) => ({ ...files, state: 'transmitted' as const }));
  const notOnSlips = [...all, ...onSlips.map((files) => ({ ...files, count: -files.count }))];
  const left = notOnSlips.flatMap(({ status, ...files }) => {
    const state = LEFT_TO_DO.get(status);
    return state ? [{ ...files, state }] : [];
  });
  return addedUp([...transmitted, ...left]);
}

const LEFT_TO_DO: ReadonlyMap<string, 'ready' | 'awaiting'> = new Map([
  ['returned', 'ready'],
  ['complete', 'ready'],
  ['awaitingReturn', 'awaiting'],
]);

function countBy(database: ReadableDatabase, count: string, from: string, campaignId: string) {
  return database
    .all(
      `SELECT r.exam, r.specialty_code, r.status, ${count} AS n FROM ${from}
       WHERE r.campaign_id = ? AND ${LIVE} GROUP BY r.exam, r.specialty_code, r.status`,
      campaignId,
    )
    .map((row) => ({
      exam: textOf(row, 'exam'),
      specialtyCode: textOf(row, 'specialty_code'),
      status: textOf(row, 'status'),
      count: numberOf(row, 'n'),
    }));
}

function addedUp(counted: readonly CountedFiles[]): CountedFiles[] {
  const sums = new Map<string, CountedFiles>();
  for (const { exam, specialtyCode, state, count } of counted) {
    const key = `${exam} ${specialtyCode} ${state}`;
    sums.set(key, { exam, specialtyCode, state, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()].filter(({ count }) => count > 0);
}

/** Signed and returned, on no slip in the version that was signed. */
export function readyFiles(
  database: ReadableDatabase,
  campaignId: string,
  exam: Exam,
  specialtyCode: string,
): StoredRegistration[] {
  return database
    .all(
      `SELECT r.id FROM registration r WHERE r.campaign_id = ? AND r.exam = ? AND r.specialty_code = ?
         AND r.status IN ('returned', 'complete') AND NOT ${ON_SLIP}`,
      campaignId,
      exam,
      specialtyCode,
    )
    .flatMap((row) => findRegistrationById(database, textOf(row, 'id')) ?? []);
}

export function registeredCampaigns(database: ReadableDatabase): string[] {
  return database
    .all('SELECT DISTINCT campaign_id FROM registration_tally ORDER BY campaign_id')
    .map((row) => textOf(row, 'campaign_id'));
}
