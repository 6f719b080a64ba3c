import type { PieceState } from '#shared/contract/registrations.ts';
import type { WorklistFile, WorklistFilter } from '#shared/contract/pieces.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { listCampaigns } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { FILE_COLUMNS, fileSummaryOf } from '#main/domains/registrations/index.ts';
import { countWithoutR408, filesWithoutR408 } from './r408-files.ts';

const LIMIT = 200;
const IN_STATE = `FROM piece_state p JOIN registration r ON r.id = p.registration_id
  WHERE p.state = ? AND p.state IN ('deposited', 'rejected') AND r.status NOT IN ('withdrawn', 'cancelled', 'excluded')`;

/** Files that wait for whoever controls pieces, the oldest deposit first. */
export function worklistOf(
  context: StationContext,
  reference: Reference,
  filter: WorklistFilter,
): { counts: Record<WorklistFilter, number>; files: WorklistFile[] } {
  const { database } = context;
  const campaigns = listCampaigns(context, reference);
  const r408 = campaigns.map((campaign) => countWithoutR408(database, reference, campaign));
  return {
    counts: {
      toControl: countInState(database, 'deposited'),
      rejected: countInState(database, 'rejected'),
      r408: r408.reduce((sum, count) => sum + count, 0),
    },
    files: filesOf(context, reference, filter),
  };
}

function filesOf(context: StationContext, reference: Reference, filter: WorklistFilter): WorklistFile[] {
  switch (filter) {
    case 'toControl':
      return filesInState(context.database, reference, 'deposited');
    case 'rejected':
      return filesInState(context.database, reference, 'rejected');
    case 'r408':
      return listCampaigns(context, reference)
        .flatMap((campaign) => filesWithoutR408(context.database, reference, campaign, LIMIT))
        .slice(0, LIMIT)
        .map((file) => ({ ...file, pieceCount: 1 }));
    default:
      return assertNever(filter);
  }
}

function filesInState(database: ReadableDatabase, reference: Reference, state: PieceState): WorklistFile[] {
  return database
    .all(
      `SELECT ${FILE_COLUMNS}, count(*) AS pieces ${IN_STATE} GROUP BY p.registration_id ORDER BY min(p.at_ms) LIMIT ?`,
      state,
      LIMIT,
    )
    .map((row) => ({ ...fileSummaryOf(row, reference), pieceCount: numberOf(row, 'pieces') }));
}

function countInState(database: ReadableDatabase, state: PieceState): number {
  const row = database.get(`SELECT count(DISTINCT p.registration_id) AS n ${IN_STATE}`, state);
  return numberOf(row ?? {}, 'n');
}
