import type { Exam } from '#shared/contract/answers.ts';
import { specialtySchema, type Specialty } from '#shared/contract/reference.ts';
import { diplomaCode } from '#shared/rules/diploma-code.ts';
import type { CsvRow } from './read-csv.ts';

export const COLUMNS = {
  code: 'Code diplôme',
  diploma: 'Diplôme',
  label: 'Intitulé de la spécialité (et options)',
  rncp: 'Code RNCP',
  first: 'Première session',
  last: 'Dernière session',
  comment: 'Commentaire',
  family: 'Famille de métiers',
  extra: 'Session supplémentaire',
} as const;

export type DiplomaRow =
  | { kind: 'specialty'; line: number; specialty: Specialty; hasUnreadSuccessor: boolean }
  | { kind: 'otherDiploma'; diploma: string }
  | { kind: 'notUnderstood'; line: number; message: string };

const EXAM_OF_DIPLOMA: Readonly<Record<string, Exam>> = {
  'BAC PRO': 'bacPro',
  BP: 'bp',
  CAP: 'cap',
  CS3: 'cs',
  CS4: 'cs',
  MC3: 'mc',
  MC4: 'mc',
  MC5: 'mc',
};

/** The last session of the mentions complémentaires; those that went on are certificats de spécialisation (decree 2023-824). */
const LAST_MC_SESSION = 2024;

/** One row of the list of the professional diplomas. */
export function readDiplomaRow({ line, cell }: CsvRow): DiplomaRow {
  const refuse = (message: string): DiplomaRow => ({ kind: 'notUnderstood', line, message });
  const diploma = cell(COLUMNS.diploma).toUpperCase();
  if (diploma === '') return refuse('le diplôme n’est pas dit');
  const exam = EXAM_OF_DIPLOMA[diploma];
  if (!exam) return { kind: 'otherDiploma', diploma: cell(COLUMNS.diploma) };
  const code = diplomaCode(cell(COLUMNS.code));
  if (!code) return refuse(`le code diplôme « ${cell(COLUMNS.code)} » n’a pas huit chiffres et une lettre`);
  const sessions = { first: cell(COLUMNS.first), last: cell(COLUMNS.last), extra: cell(COLUMNS.extra) };
  const wrong = Object.values(sessions).find((session) => !/^(\d{4})?$/.test(session));
  if (wrong !== undefined) return refuse(`« ${wrong} » n’est pas une session`);
  const successorCode = successorIn(cell(COLUMNS.comment), code);
  const parsed = specialtySchema.safeParse({
    code,
    exam: examOf(exam, sessions),
    label: withFrenchApostrophes(cell(COLUMNS.label)),
    ...optional('rncpCode', rncpOf(cell(COLUMNS.rncp))),
    ...optional('firstSession', yearOf(sessions.first)),
    ...optional('lastSession', yearOf(sessions.last)),
    ...optional('successorCode', successorCode),
    ...optional('extraSession', yearOf(sessions.extra)),
    ...optional('family', withFrenchApostrophes(cell(COLUMNS.family)) || undefined),
  });
  if (!parsed.success) return refuse('l’intitulé est vide ou trop long');
  const saysReplaced = /remplac[ée]e?\s+par/i.test(cell(COLUMNS.comment));
  return {
    kind: 'specialty',
    line,
    specialty: parsed.data,
    hasUnreadSuccessor:
      saysReplaced && successorCode === undefined && !namesItself(cell(COLUMNS.comment), code),
  };
}

/** A mention complémentaire that ended before the change of name keeps the old one. */
function examOf(exam: Exam, { last, extra }: { last: string; extra: string }): Exam {
  const lastYear = Math.max(Number(last), Number(extra));
  return exam === 'cs' && last !== '' && lastYear <= LAST_MC_SESSION ? 'mc' : exam;
}

/** "remplacé par le 400-25413 S", "est remplacé par 50023329S", "remplacé par pâtisserie de boutique code 561-22112 S". */
function successorIn(comment: string, ownCode: string): string | undefined {
  const code = codeAfterReplaced(comment);
  return code === ownCode ? undefined : code;
}

function namesItself(comment: string, ownCode: string): boolean {
  return codeAfterReplaced(comment) === ownCode;
}

function codeAfterReplaced(comment: string): string | undefined {
  const [, rest = ''] = /remplac[ée]e?\s+par(.*)/i.exec(comment) ?? [];
  const [code = ''] = /\d{3}[ -]?\d{5} ?[A-Z]?\b/.exec(rest) ?? [];
  return diplomaCode(code);
}

function rncpOf(text: string): string | undefined {
  const [digits] = /\d{2,5}/.exec(text) ?? [];
  return digits === undefined ? undefined : `RNCP${digits}`;
}

function yearOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}

function withFrenchApostrophes(text: string): string {
  return text.replace(/'/g, '’');
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined) {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
