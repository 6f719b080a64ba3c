import type { ListKind, ImportResult } from '#shared/contract/reference-import.ts';
import { assertNever } from '#shared/assert-never.ts';
import { GuichetError } from '#shared/errors.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import type { Reference } from '../reference.ts';
import { compareEntries, mergeSpecialty } from './compare-entries.ts';
import type { ImportedEntries } from './imported-list.ts';
import { COUNTRY_HEADERS, readCountryList } from './read-country-list.ts';
import { headersOf } from './read-csv.ts';
import { DIPLOMA_HEADER, readDiplomaList } from './read-diploma-list.ts';
import { readExamPaperList } from './read-exam-paper-list.ts';
import { readListText } from './read-list-text.ts';

/** What a file brings: the tale told to the clerk, and the entries to keep, by code. */
export interface ListImport {
  result: ImportResult;
  entries: Map<string, unknown>;
}

/** Reads and compares; keeps nothing. Throws `reference-invalid` for a file that is none of the lists. */
export function readListFile(
  content: Uint8Array,
  askedKind: ListKind | undefined,
  reference: Reference,
): ListImport {
  const text = readListText(content);
  const kind = askedKind ?? kindOf(text);
  const { specialties, examPapers, countries } = reference.lists;
  switch (kind) {
    case 'specialties':
      return compare(kind, readDiplomaList(text), byCode(specialties), {
        merge: mergeSpecialty,
        labelOf: ({ label }) => label,
      });
    case 'examPapers': {
      const known = new Map(examPapers.map((set) => [set.specialtyCode, set]));
      const read = readExamPaperList(text, (code) => reference.findSpecialty(code) !== undefined);
      const labelOf = ({ specialtyCode }: { specialtyCode: string }) =>
        reference.findSpecialty(specialtyCode)?.label ?? specialtyCode;
      return compare(kind, read, known, { merge: (_known, found) => found, labelOf });
    }
    case 'countries':
      return compare(kind, readCountryList(text), byCode(countries), {
        merge: (_known, found) => found,
        labelOf: ({ label }) => label,
      });
    default:
      return assertNever(kind);
  }
}

function kindOf(text: string): ListKind {
  if (/^\s*\[/.test(text)) return 'examPapers';
  const headers = headersOf(text);
  if (headers.includes(foldForSearch(DIPLOMA_HEADER))) return 'specialties';
  if (COUNTRY_HEADERS.every((header) => headers.includes(foldForSearch(header)))) return 'countries';
  throw new GuichetError('reference-invalid', {
    detail: {
      cause:
        'ni la liste des diplômes professionnels, ni une liste de pays (code;libellé), ni des épreuves en JSON',
    },
  });
}

function byCode<Entry extends { code: string }>(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function compare<Entry>(
  kind: ListKind,
  read: ImportedEntries<Entry>,
  known: ReadonlyMap<string, Entry>,
  { merge, labelOf }: { merge(known: Entry, found: Entry): Entry; labelOf(entry: Entry): string },
): ListImport {
  const { added, changed, unchangedCount } = compareEntries(known, read.entries, merge);
  const told = (entries: ReadonlyMap<string, Entry>) =>
    [...entries].map(([code, entry]) => ({ code, label: labelOf(entry) }));
  return {
    result: {
      kind,
      rows: read.rowCount,
      added: told(added),
      changed: told(changed),
      unchanged: unchangedCount,
      otherDiplomas: read.otherDiplomas,
      merged: read.merged,
      notUnderstood: read.notUnderstood,
      remarks: read.remarks,
    },
    entries: new Map<string, unknown>([...added, ...changed]),
  };
}
