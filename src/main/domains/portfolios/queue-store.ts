import type { Exam } from '#shared/contract/answers.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
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

const STATES: readonly [CountedFiles['state'], string][] = [
  ['transmitted', ON_SLIP],
  ['ready', `NOT ${ON_SLIP} AND r.status IN ('returned', 'complete')`],
  ['awaiting', `NOT ${ON_SLIP} AND r.status = 'awaitingReturn'`],
];

export function countFiles(database: ReadableDatabase, campaignId: string): CountedFiles[] {
  return STATES.flatMap(([state, condition]) =>
    database
      .all(
        `SELECT r.exam, r.specialty_code, count(*) AS n FROM registration r
         WHERE r.campaign_id = ? AND ${LIVE} AND ${condition} GROUP BY r.exam, r.specialty_code`,
        campaignId,
      )
      .map((row) => ({
        state,
        exam: textOf(row, 'exam'),
        specialtyCode: textOf(row, 'specialty_code'),
        count: numberOf(row, 'n'),
      })),
  );
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
    .all('SELECT DISTINCT campaign_id FROM registration ORDER BY campaign_id')
    .map((row) => textOf(row, 'campaign_id'));
}
