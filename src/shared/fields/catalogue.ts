import type { Answers } from '../contract/answers.ts';

/** The seven official steps, under the names candidates know from the portal. */
export const STEPS = [
  'Identification',
  'Infos candidature',
  'Qualification présentée',
  'Acquis',
  'Épreuves',
  'Récapitulatif',
  'N° inscription',
] as const;

/** What a correction of the field means for the campaign's red-pen rule and for conflicts between counters. */
export type FieldClass = 'identity' | 'contact' | 'choice' | 'examPaper';

export type FieldKind =
  | 'text'
  | 'personName'
  | 'date'
  | 'country'
  | 'commune'
  | 'email'
  | 'phone'
  | 'civility'
  | 'campaign'
  | 'exam'
  | 'category'
  | 'yesNo'
  | 'disabilityRequest'
  | 'specialty'
  | 'form'
  | 'counterReason'
  | 'heldTitle'
  | 'hours'
  | 'workPeriods';

export interface FieldDescription {
  /** Dotted path in the answers; also the id of the field on the printed sheet. */
  path: string;
  label: string;
  /** 1 to 7. */
  step: number;
  fieldClass: FieldClass;
  kind: FieldKind;
  optional?: boolean;
}

/** Simple fields, in the order of the form and of the print. Acquis and épreuves are lists with rules of their own. */
export const FIELD_CATALOGUE: readonly FieldDescription[] = [
  { path: 'identification.civility', label: 'Civilité', step: 1, fieldClass: 'identity', kind: 'civility' },
  {
    path: 'identification.birthName',
    label: 'Nom de naissance',
    step: 1,
    fieldClass: 'identity',
    kind: 'personName',
  },
  {
    path: 'identification.usageName',
    label: 'Nom d’usage',
    step: 1,
    fieldClass: 'identity',
    kind: 'personName',
    optional: true,
  },
  {
    path: 'identification.givenNames',
    label: 'Prénom(s)',
    step: 1,
    fieldClass: 'identity',
    kind: 'personName',
  },
  {
    path: 'identification.birthDate',
    label: 'Date de naissance',
    step: 1,
    fieldClass: 'identity',
    kind: 'date',
  },
  {
    path: 'identification.birthCountry',
    label: 'Pays de naissance',
    step: 1,
    fieldClass: 'identity',
    kind: 'country',
  },
  {
    path: 'identification.birthCommuneCode',
    label: 'Code commune de naissance',
    step: 1,
    fieldClass: 'identity',
    kind: 'commune',
    optional: true,
  },
  {
    path: 'identification.birthTown',
    label: 'Commune de naissance',
    step: 1,
    fieldClass: 'identity',
    kind: 'text',
  },
  {
    path: 'identification.fatherName',
    label: 'Nom et prénom du père',
    step: 1,
    fieldClass: 'identity',
    kind: 'personName',
    optional: true,
  },
  {
    path: 'identification.motherName',
    label: 'Nom et prénom de la mère',
    step: 1,
    fieldClass: 'identity',
    kind: 'personName',
    optional: true,
  },
  {
    path: 'identification.nationality',
    label: 'Nationalité',
    step: 1,
    fieldClass: 'identity',
    kind: 'country',
  },
  { path: 'identification.addressLine1', label: 'Adresse', step: 1, fieldClass: 'contact', kind: 'text' },
  {
    path: 'identification.addressLine2',
    label: 'Complément d’adresse',
    step: 1,
    fieldClass: 'contact',
    kind: 'text',
    optional: true,
  },
  { path: 'identification.postcode', label: 'Code postal', step: 1, fieldClass: 'contact', kind: 'text' },
  { path: 'identification.locality', label: 'Localité', step: 1, fieldClass: 'contact', kind: 'text' },
  { path: 'identification.addressCountry', label: 'Pays', step: 1, fieldClass: 'contact', kind: 'country' },
  {
    path: 'identification.email',
    label: 'Adresse électronique',
    step: 1,
    fieldClass: 'contact',
    kind: 'email',
  },
  {
    path: 'identification.phone',
    label: 'Téléphone',
    step: 1,
    fieldClass: 'contact',
    kind: 'phone',
    optional: true,
  },
  { path: 'identification.ine', label: 'INE', step: 1, fieldClass: 'identity', kind: 'text', optional: true },
  {
    path: 'identification.ministryNumber',
    label: 'Ancien n° candidat (relevé de notes)',
    step: 1,
    fieldClass: 'identity',
    kind: 'text',
    optional: true,
  },
  { path: 'candidature.campaignId', label: 'Campagne', step: 2, fieldClass: 'choice', kind: 'campaign' },
  { path: 'candidature.exam', label: 'Examen', step: 2, fieldClass: 'choice', kind: 'exam' },
  {
    path: 'candidature.category',
    label: 'Catégorie de candidat',
    step: 2,
    fieldClass: 'choice',
    kind: 'category',
  },
  {
    path: 'candidature.disability',
    label: 'Situation de handicap',
    step: 2,
    fieldClass: 'choice',
    kind: 'yesNo',
  },
  {
    path: 'candidature.disabilityRequest',
    label: 'Aménagement d’épreuves',
    step: 2,
    fieldClass: 'choice',
    kind: 'disabilityRequest',
    optional: true,
  },
  {
    path: 'candidature.heldTitle',
    label: 'Diplôme détenu (BP)',
    step: 2,
    fieldClass: 'choice',
    kind: 'heldTitle',
    optional: true,
  },
  {
    path: 'candidature.trainingHours',
    label: 'Heures de formation',
    step: 2,
    fieldClass: 'choice',
    kind: 'hours',
    optional: true,
  },
  {
    path: 'candidature.workPeriods',
    label: 'Activité professionnelle',
    step: 2,
    fieldClass: 'choice',
    kind: 'workPeriods',
    optional: true,
  },
  {
    path: 'candidature.counterReason',
    label: 'Motif de la venue au guichet',
    step: 2,
    fieldClass: 'choice',
    kind: 'counterReason',
    optional: true,
  },
  {
    path: 'qualification.specialtyCode',
    label: 'Spécialité',
    step: 3,
    fieldClass: 'choice',
    kind: 'specialty',
  },
  { path: 'qualification.form', label: 'Forme de passage', step: 3, fieldClass: 'choice', kind: 'form' },
];

const BY_PATH = new Map(FIELD_CATALOGUE.map((field) => [field.path, field]));

export function findField(path: string): FieldDescription | undefined {
  return BY_PATH.get(path);
}

/** What is asked beside the answers: when they are corrected, when a paper comes back. */
const BESIDE_ANSWERS: Readonly<Record<string, string>> = {
  pieceSeen: 'Pièce d’identité vue',
  reason: 'Motif',
  receivedOn: 'Reçue le',
  receivedAt: 'Heure de réception',
  postmarkedOn: 'Cachet de la poste',
};

/** The printed name of any path of the answers, those of acquis and épreuves included. */
export function labelOf(path: string): string {
  const label = BY_PATH.get(path)?.label ?? BESIDE_ANSWERS[path];
  if (label !== undefined) return label;
  const [root, second, third] = path.split('.');
  if (second === 'workPeriods' && third !== undefined)
    return `${BY_PATH.get('candidature.workPeriods')?.label ?? ''} n° ${Number(third) + 1}`;
  if (root === 'achievements') return achievementLabel(path.split('.').slice(1));
  if (root === 'examPapers' && second === 'optional') return 'Épreuves facultatives';
  if (root === 'examPapers' && second === 'physicalEducation') return 'Éducation physique et sportive';
  if (root === 'examPapers' && second === 'languages') return `Langue vivante ${third ?? ''}`.trim();
  if (root === 'examPapers') return second === undefined ? 'Épreuves' : `Épreuve ${second}`;
  return path;
}

const ACHIEVEMENT_FIELDS: Readonly<Record<string, string>> = {
  type: 'type',
  diplomaKind: 'nature du diplôme',
  diploma: 'intitulé',
  year: 'année',
  academyCode: 'académie',
  effects: 'épreuves',
};

function achievementLabel([index, field = '', effect]: readonly string[]): string {
  if (index === undefined) return 'Acquis';
  const name = `Acquis n° ${Number(index) + 1}`;
  const asked = effect === undefined ? ACHIEVEMENT_FIELDS[field] : `épreuve n° ${Number(effect) + 1}`;
  return asked === undefined ? name : `${name}, ${asked}`;
}

/** The step where a path is answered, from 1. */
export function stepOf(path: string): number {
  const field = BY_PATH.get(path);
  if (field) return field.step;
  const root = path.split('.')[0];
  const byRoot: Record<keyof Answers, number> = {
    identification: 1,
    candidature: 2,
    qualification: 3,
    achievements: 4,
    examPapers: 5,
  };
  return Object.entries(byRoot).find(([name]) => name === root)?.[1] ?? 6;
}

/** Class of any path, for the red-pen rule: acquis and épreuves are `examPaper`. */
export function fieldClassOf(path: string): FieldClass {
  return BY_PATH.get(path)?.fieldClass ?? 'examPaper';
}
