import type { Specialty } from '#shared/contract/reference.ts';
import { COLUMNS, readDiplomaRow, type DiplomaRow } from './diploma-row.ts';
import type { ImportedEntries } from './imported-list.ts';
import { readCsv } from './read-csv.ts';

type SpecialtyRow = Extract<DiplomaRow, { kind: 'specialty' }>;

/** Tells the list of the professional diplomas (fr-en-liste-diplomes-professionnels) from another table. */
export const DIPLOMA_HEADER = COLUMNS.code;

/** Reads the list of the professional diplomas that the ministry publishes (data.education.gouv.fr). */
export function readDiplomaList(text: string): ImportedEntries<Specialty> {
  const { rows, broken } = readCsv(text, Object.values(COLUMNS));
  const read = rows.map(readDiplomaRow);
  const specialties = read.filter((row) => row.kind === 'specialty');
  const byCode = Map.groupBy(specialties, ({ specialty }) => specialty.code);
  const merged = [...byCode.values()].map(mergeRows);
  return {
    rowCount: rows.length + broken.length,
    entries: new Map(merged.map(({ specialty }) => [specialty.code, specialty])),
    otherDiplomas: countOthers(read),
    merged: merged.flatMap(({ remarks }) => remarks),
    notUnderstood: [...broken, ...read.filter((row) => row.kind === 'notUnderstood')]
      .map(({ line, message }) => ({ line, message }))
      .toSorted((a, b) => a.line - b.line),
    remarks: specialties.filter(({ hasUnreadSuccessor }) => hasUnreadSuccessor).map(unreadSuccessor),
  };
}

/**
 * A code written twice is one specialty whose rules changed: the newer row tells its name, and its sessions run from the first of
 * both to the end of the newer.
 */
function mergeRows(rows: readonly SpecialtyRow[]) {
  const endOf = ({ specialty }: SpecialtyRow) => specialty.lastSession ?? Number.POSITIVE_INFINITY;
  const [newest, ...older] = rows.toSorted((a, b) => endOf(b) - endOf(a));
  if (!newest) throw new Error('a code without a row');
  const { firstSession: _first, ...specialty } = newest.specialty;
  const firstSessions = rows.map((row) => row.specialty.firstSession ?? 0);
  const firstSession = Math.min(...firstSessions);
  return {
    specialty: firstSession === 0 ? specialty : { ...specialty, firstSession },
    remarks: older.map(({ line }) => ({
      line,
      message: `${specialty.code} est aussi à la ligne ${newest.line} : une seule spécialité, « ${specialty.label} »`,
    })),
  };
}

function unreadSuccessor({ line, specialty }: SpecialtyRow) {
  return { line, message: `${specialty.code} est remplacé, mais le code du successeur n’est pas lisible` };
}

function countOthers(rows: readonly DiplomaRow[]) {
  const others = rows.filter((row) => row.kind === 'otherDiploma');
  return [...Map.groupBy(others, ({ diploma }) => diploma)]
    .map(([diploma, found]) => ({ diploma, count: found.length }))
    .toSorted((a, b) => b.count - a.count);
}
