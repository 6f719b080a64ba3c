import { examSchema } from '#shared/contract/answers.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { GuichetError } from '#shared/errors.ts';
import { lastDueYear, retentionOf } from '#shared/rules/retention.ts';
import { localDate } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf } from '#main/database/columns.ts';
import type { Row } from '#main/database/types.ts';
import { CSV_MARK, csvLine, harmlessText, stationTimeZone } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { FILES_OF_REGISTRATION, isDisposable } from './disposal-rule.ts';
import { disposableFiles, today } from './preview-disposal.ts';
import { retentionSettings } from './retention-settings.ts';

const TITLES = [
  'N° d’ordre',
  'Service producteur',
  'Poste',
  'Description',
  'Session',
  'Examen',
  'Date extrême (début)',
  'Date extrême (fin)',
  'Nombre de dossiers',
  'Nombre de documents',
  'Durée d’utilité administrative (ans)',
  'Conservé jusqu’au',
  'Textes',
];

const DESCRIPTION = 'Dossiers d’inscription de candidats individuels, support numérique';
const GROUNDS =
  'Code du patrimoine L211-4, L212-2 ; durées réglées dans le poste (par défaut : 2 ans actifs et 8 ans d’archives intermédiaires)';

/**
 * "Bordereau d'élimination": a line for each session and exam, and nobody's name, since it is kept after the files are gone. The
 * digest binds the visa to the very files that were counted.
 */
export function disposalList(context: StationContext, reference: Reference): string {
  const { digest, ids } = disposableFiles(context, reference);
  if (ids.length === 0) throw new GuichetError('nothing-due');
  const lines = disposalRows(context, reference).map((row, index) =>
    csvLine([String(index + 1), ...cellsOf(context, reference, row)].map(harmlessText)),
  );
  return [
    CSV_MARK,
    csvLine(TITLES),
    ...lines,
    csvLine([]),
    csvLine(['Total', `${ids.length} dossiers`]),
    csvLine(['Empreinte de la liste', digest]),
    csvLine(['Établi le', today(context, reference)]),
    csvLine(['Visa de l’administration des archives', 'n° :', 'date :', 'signature :']),
  ].join('');
}

function disposalRows(context: StationContext, reference: Reference): Row[] {
  const { database } = context;
  return database.all(
    `SELECT r.exam_year, r.exam, count(*) AS files, min(r.created_at_ms) AS first, max(r.created_at_ms) AS last,
       sum((SELECT count(*) FROM (${FILES_OF_REGISTRATION}))) AS documents
     FROM registration r WHERE ${isDisposable(database, context.clock.nowMs())} GROUP BY r.exam_year, r.exam ORDER BY r.exam_year, r.exam`,
    lastDueYear(retentionSettings(database), today(context, reference)),
  );
}

function cellsOf(context: StationContext, reference: Reference, row: Row): string[] {
  const { database } = context;
  const settings = retentionSettings(database);
  const { office, name } = getStation(database);
  const timeZone = stationTimeZone(database, reference);
  const examYear = numberOf(row, 'exam_year');
  return [
    office,
    name,
    DESCRIPTION,
    String(examYear),
    EXAM_LABELS[examSchema.parse(row['exam'])],
    localDate(numberOf(row, 'first'), timeZone),
    localDate(numberOf(row, 'last'), timeZone),
    String(numberOf(row, 'files')),
    String(numberOf(row, 'documents')),
    String(settings.activeYears + settings.intermediateYears),
    retentionOf(examYear, settings, today(context, reference)).keptUntil,
    GROUNDS,
  ];
}
