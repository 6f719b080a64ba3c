import type { Campaign } from '#shared/contract/campaign.ts';
import { asksForR408, SCAFFOLDING_CERTIFICATE } from '#shared/rules/pieces.ts';
import { textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { FILE_COLUMNS, fileSummaryOf, type FileSummary } from '#main/domains/registrations/index.ts';

const MISSING = `FROM registration r INDEXED BY registration_specialty
  WHERE r.campaign_id = ? AND r.specialty_code IN (SELECT value FROM json_each(?))
    AND r.registered_at IS NULL
    AND r.status NOT IN ('withdrawn', 'cancelled', 'excluded')
    AND NOT EXISTS (SELECT 1 FROM piece_state p WHERE p.registration_id = r.id AND p.piece_id IN ('${SCAFFOLDING_CERTIFICATE}', sealed_alike('${SCAFFOLDING_CERTIFICATE}', r.id))
      AND p.state IN ('accepted', 'exempted'))`;

/** Live files of a campaign whose specialty asks for R.408 (S1-08) and that do not have it. */
export function filesWithoutR408(
  database: ReadableDatabase,
  reference: Reference,
  campaign: Campaign,
  limit: number,
): FileSummary[] {
  const codes = askingSpecialties(database, reference, campaign);
  if (codes.length === 0) return [];
  return database
    .all(`SELECT ${FILE_COLUMNS} ${MISSING} LIMIT ?`, campaign.id, JSON.stringify(codes), limit)
    .map((row) => fileSummaryOf(row, reference));
}

export function countWithoutR408(
  database: ReadableDatabase,
  reference: Reference,
  campaign: Campaign,
): number {
  const codes = askingSpecialties(database, reference, campaign);
  if (codes.length === 0) return 0;
  const row = database.get(`SELECT count(*) AS n ${MISSING}`, campaign.id, JSON.stringify(codes));
  return Number(row?.['n'] ?? 0);
}

/** From one specialty to the next by the index, a few hundred steps: a DISTINCT would read every file of the campaign. */
const SPECIALTIES = `WITH RECURSIVE next (code) AS (
    SELECT min(specialty_code) FROM registration WHERE campaign_id = ?
    UNION ALL
    SELECT (SELECT min(specialty_code) FROM registration WHERE campaign_id = ? AND specialty_code > next.code) FROM next
    WHERE next.code IS NOT NULL)
  SELECT code FROM next WHERE code IS NOT NULL`;

function askingSpecialties(database: ReadableDatabase, reference: Reference, campaign: Campaign): string[] {
  return database
    .all(SPECIALTIES, campaign.id, campaign.id)
    .map((row) => textOf(row, 'code'))
    .filter((code) => asksForR408(campaign, code, reference));
}
