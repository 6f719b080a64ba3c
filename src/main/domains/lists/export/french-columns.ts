import { FIELD_CATALOGUE, type FieldDescription } from '#shared/fields/catalogue.ts';
import {
  ACHIEVEMENT_LABELS,
  EXAM_LABELS,
  PHYSICAL_EDUCATION_LABELS,
  STATUS_LABELS,
  stringifyAnswer,
} from '#shared/fields/stringify.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { SYNC_LABELS } from '#shared/fields/list-labels.ts';
import { dateCell, textCell, type Cell, type ExportColumn } from './export-column.ts';
import type { ExportRow } from './export-row.ts';

/** Fields that have a column of their own before the answers. */
const SAID_BEFORE = new Set(['candidature.campaignId', 'candidature.exam', 'qualification.specialtyCode']);

export interface ExportNames {
  campaign(id: string): string | undefined;
  timeZone: string;
}

/** One column for each thing a file holds, under the words of the form and of the printed sheet. */
export function frenchColumns(names: ExportNames): ExportColumn[] {
  return [
    column('N° inscription', (row) => row.registrationNumber),
    column('N° candidat', (row) => row.candidateNumber),
    column('Version', (row) => formatVersion(row.version)),
    column('Session', (row) => ({ kind: 'number', value: row.examYear })),
    column('Campagne', (row) => names.campaign(row.campaignId) ?? row.campaignId),
    column('Examen', (row) => EXAM_LABELS[row.exam]),
    column('Code spécialité', (row) => row.specialtyCode),
    column('Spécialité', (row) => row.specialtyLabel),
    column('État', (row) => STATUS_LABELS[row.status]),
    column('Motif de l’état', (row) => row.statusReason ?? ''),
    ...FIELD_CATALOGUE.filter((field) => !SAID_BEFORE.has(field.path)).map(fieldColumn),
    column('Acquis', ({ answers }) => achievementsText(answers)),
    column('Épreuves facultatives', ({ answers }) => answers.examPapers.optional.join(', ')),
    column('Langues vivantes', ({ answers }) => languagesText(answers)),
    column('Éducation physique et sportive', ({ answers }) => physicalEducationText(answers)),
    column('Pièces verrouillées', (row) => (row.locked ? 'Oui' : 'Non')),
    column('Conservé pour litige', (row) => (row.isOnHold ? 'Oui' : 'Non')),
    column('Inscrit le', (row) => ({
      kind: 'moment',
      local: localMinute(row.registeredAtMs, names.timeZone),
    })),
    column('Agent', (row) => row.clerk),
    column('Envoi au centre', (row) => SYNC_LABELS[row.syncState]),
  ];
}

function column(title: string, cell: (row: ExportRow) => Cell | string): ExportColumn {
  return {
    title,
    cell(row) {
      const found = cell(row);
      return typeof found === 'string' ? textCell(found) : found;
    },
  };
}

function fieldColumn({ path, label, kind }: FieldDescription): ExportColumn {
  return column(label, (row) => {
    const value = row.values.get(path);
    if (kind === 'date' && typeof value === 'string') return dateCell(value);
    if (typeof value === 'number') return { kind: 'number', value };
    return stringifyAnswer(path, value);
  });
}

function achievementsText({ achievements }: Answers): string {
  return achievements
    .map(({ type, diploma, year }) => [ACHIEVEMENT_LABELS[type], diploma, year].filter(Boolean).join(', '))
    .join(' / ');
}

function languagesText({ examPapers }: Answers): string {
  return Object.entries(examPapers.languages)
    .map(([code, language]) => `${code} : ${language}`)
    .join(', ');
}

function physicalEducationText({ examPapers }: Answers): string {
  const { physicalEducation } = examPapers;
  if (!physicalEducation) return '';
  return [PHYSICAL_EDUCATION_LABELS[physicalEducation.status], ...physicalEducation.choices].join(', ');
}
