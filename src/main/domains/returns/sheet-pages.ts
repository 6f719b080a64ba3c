import {
  returnedSheetSchema,
  type ReturnedSheet,
  type StackSummary,
} from '#shared/contract/returned-pages.ts';
import { numberOf, numberOrNullOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { ReturnFacts } from '#main/domains/mail/index.ts';
import { findReturnOfPage } from '#main/domains/pieces/index.ts';

/** One paper in one stack: its pages were signed and corrected together. */
export interface Paper {
  stackId: string;
  registrationId: string;
  /** As printed on it. */
  version: number;
}

/**
 * Whether a paper still speaks of the last version: nothing was changed since it was printed, unless by red ink of its own other
 * pages. What was changed at the counter meanwhile makes it old, whatever its pages made.
 */
export function isCurrent(database: ReadableDatabase, paper: Paper, latestVersion: number): boolean {
  if (paper.version === latestVersion) return true;
  const made = database.get(
    `SELECT count(DISTINCT made_version) AS versions FROM returned_page
     WHERE stack_id = ? AND registration_id = ? AND version = ? AND made_version > version AND made_version <= ?`,
    paper.stackId,
    paper.registrationId,
    paper.version,
    latestVersion,
  );
  return latestVersion > paper.version && made?.['versions'] === latestVersion - paper.version;
}

/** The other pages of a paper, and those that never came. */
export function sheetOf(
  database: ReadableDatabase,
  paper: Paper & { pageId: string; sheetPages: number },
  latestVersion: number,
): ReturnedSheet {
  const pages = database
    .all(
      `SELECT id, sheet_page, decision, made_version, red_marks FROM returned_page
       WHERE stack_id = ? AND registration_id = ? AND version = ? AND status = 'matched' ORDER BY sheet_page, rowid`,
      paper.stackId,
      paper.registrationId,
      paper.version,
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      sheetPage: numberOf(row, 'sheet_page'),
      decision: returnedSheetSchema.shape.mates.element.shape.decision.parse(row['decision']),
      madeVersion: numberOrNullOf(row, 'made_version'),
      redMarks: numberOf(row, 'red_marks'),
    }));
  return {
    mates: pages.filter(({ id }) => id !== paper.pageId),
    missingPages: missing(paper.sheetPages, arrivedPages(database, paper.registrationId, paper.version)),
    latestVersion,
    isStale: !isCurrent(database, paper, latestVersion),
  };
}

/** Sheets of a stack of which pages came neither with it nor before or after. */
export function incompleteSheets(
  database: ReadableDatabase,
  stackId: string,
): StackSummary['incompleteSheets'] {
  const sheets = database.all(
    `SELECT p.registration_id, p.registration_number, p.version, max(p.sheet_pages) AS sheet_pages, r.birth_name, r.given_names
     FROM returned_page p JOIN registration r ON r.id = p.registration_id
     WHERE p.stack_id = ? AND p.status IN ('matched', 'superseded') AND p.sheet_pages IS NOT NULL
     GROUP BY p.registration_id, p.version HAVING count(DISTINCT p.sheet_page) < max(p.sheet_pages) ORDER BY min(p.rowid)`,
    stackId,
  );
  return sheets
    .map((row) => {
      const version = numberOf(row, 'version');
      const sheetPages = numberOf(row, 'sheet_pages');
      return {
        registrationNumber: textOf(row, 'registration_number'),
        name: `${textOf(row, 'birth_name')} ${textOf(row, 'given_names')}`,
        version,
        sheetPages,
        missingPages: missing(sheetPages, arrivedPages(database, textOf(row, 'registration_id'), version)),
      };
    })
    .filter(({ missingPages }) => missingPages.length > 0);
}

/** Whether this page of this version already came, in an earlier stack or in this one, and was not refused. */
export function hasComeBefore(
  database: ReadableDatabase,
  { stackId, registrationId, version }: Paper,
  sheetPage: number,
): boolean {
  // Within a stack the judge of the stack tells the second from the first; what it called a duplicate makes none of the other.
  return (
    database.get(
      `SELECT 1 FROM returned_page WHERE registration_id = ? AND version = ? AND sheet_page = ? AND decision <> 'refused'
         AND (stack_id <> ? OR status <> 'duplicate')`,
      registrationId,
      version,
      sheetPage,
      stackId,
    ) !== undefined
  );
}

function arrivedPages(database: ReadableDatabase, registrationId: string, version: number): Set<number> {
  const rows = database.all(
    `SELECT DISTINCT sheet_page FROM returned_page WHERE registration_id = ? AND version = ? AND sheet_page IS NOT NULL
       AND status IN ('matched', 'superseded', 'duplicate')`,
    registrationId,
    version,
  );
  return new Set(rows.map((row) => numberOf(row, 'sheet_page')));
}

function missing(sheetPages: number, arrived: ReadonlySet<number>): number[] {
  return Array.from({ length: sheetPages }, (_, index) => index + 1).filter((page) => !arrived.has(page));
}

/** How the signature that another page of this paper bears was recorded, for this version. */
export function returnOfMate(
  database: ReadableDatabase,
  paper: Paper,
  signedVersion: number,
): Omit<ReturnFacts, 'version'> | undefined {
  const mates = database.all(
    `SELECT id FROM returned_page WHERE stack_id = ? AND registration_id = ? AND version = ? AND decision = 'accepted'`,
    paper.stackId,
    paper.registrationId,
    paper.version,
  );
  for (const { id } of mates) {
    const pageId = String(id);
    const kept = findReturnOfPage(database, pageId, signedVersion);
    if (!kept) continue;
    const { signed, dated, modality, postmarkedOn, receivedOn } = kept;
    return { signed, dated, arrival: { modality, postmarkedOn, receivedOn }, pageId };
  }
  return undefined;
}
