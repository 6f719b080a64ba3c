import { examPaperSetSchema, type ExamPaperSet } from '#shared/contract/reference.ts';
import type { ImportRemark } from '#shared/contract/reference-import.ts';
import { GuichetError } from '#shared/errors.ts';
import type { ImportedEntries } from './imported-list.ts';

/** Reads lists of épreuves, written as those the program ships. A list for a specialty nobody knows would never be looked at. */
export function readExamPaperList(
  text: string,
  isKnownSpecialty: (code: string) => boolean,
): ImportedEntries<ExamPaperSet> {
  const sets = parseList(text);
  const entries = new Map<string, ExamPaperSet>();
  const merged: ImportRemark[] = [];
  const notUnderstood: ImportRemark[] = [];
  sets.forEach((raw, index) => {
    const line = index + 1;
    const parsed = examPaperSetSchema.safeParse(raw);
    const message = parsed.success ? faultOf(parsed.data, isKnownSpecialty) : shapeFault(parsed.error);
    if (!parsed.success || message !== undefined) {
      notUnderstood.push({ line, message: message ?? '' });
      return;
    }
    const { specialtyCode } = parsed.data;
    if (entries.has(specialtyCode))
      merged.push({ line, message: `${specialtyCode} est donné deux fois : la dernière liste est retenue` });
    entries.set(specialtyCode, parsed.data);
  });
  return { rowCount: sets.length, entries, otherDiplomas: [], merged, notUnderstood, remarks: [] };
}

function parseList(text: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GuichetError('reference-invalid', { detail: { cause: 'ce n’est pas du JSON' }, cause });
  }
  if (!Array.isArray(json))
    throw new GuichetError('reference-invalid', {
      detail: { cause: 'une liste est attendue, entre crochets' },
    });
  return json;
}

function faultOf(set: ExamPaperSet, isKnownSpecialty: (code: string) => boolean): string | undefined {
  if (!isKnownSpecialty(set.specialtyCode))
    return `la spécialité ${set.specialtyCode} n’est pas dans la liste`;
  const codes = set.examPapers.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  return twice === undefined ? undefined : `l’épreuve ${twice} est donnée deux fois`;
}

function shapeFault(error: { issues: readonly { path: readonly PropertyKey[] }[] }): string {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return path === '' ? 'ce n’est pas une liste d’épreuves' : `la rubrique ${path} n’a pas la forme attendue`;
}
