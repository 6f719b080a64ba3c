import type { CANDIDATE_CATEGORIES, Exam, FORMS, ACHIEVEMENT_TYPES } from '../contract/answers.ts';
import { findField, type FieldKind } from './catalogue.ts';

/** Names that only data can tell; a code without a name is printed as it is. */
export interface Names {
  specialty?: (code: string) => string | undefined;
  campaign?: (id: string) => string | undefined;
}

export const EXAM_LABELS: Record<Exam, string> = {
  bacPro: 'Baccalauréat professionnel',
  bp: 'Brevet professionnel',
  cap: 'Certificat d’aptitude professionnelle',
  mc: 'Mention complémentaire',
  cs: 'Certificat de spécialisation',
};

export const EXAM_SHORT_LABELS: Record<Exam, string> = {
  bacPro: 'Bac pro',
  bp: 'BP',
  cap: 'CAP',
  mc: 'MC',
  cs: 'CS',
};

export const CATEGORY_LABELS: Record<(typeof CANDIDATE_CATEGORIES)[number], string> = {
  workExperience: 'Expérience professionnelle',
  continuingTraining: 'Formation continue',
  distanceLearning: 'Enseignement à distance',
  formerPupil: 'Ex-scolaire',
  formerApprentice: 'Ex-apprenti',
  independent: 'Candidat individuel (libre)',
};

export const FORM_LABELS: Record<(typeof FORMS)[number], string> = {
  full: 'Globale',
  progressive: 'Progressive',
};

export const CIVILITY_LABELS: Record<'mr' | 'mrs', string> = { mr: 'Monsieur', mrs: 'Madame' };

export const DISABILITY_REQUEST_LABELS: Record<'existing' | 'new', string> = {
  existing: 'Aménagement déjà notifié',
  new: 'Nouvelle demande',
};

export const ACHIEVEMENT_LABELS: Record<(typeof ACHIEVEMENT_TYPES)[number], string> = {
  sameExamFailed: 'Même examen déjà présenté, non obtenu',
  otherSpecialtyFailed: 'Autre spécialité présentée, non obtenue',
  otherDiploma: 'Autre spécialité ou autre diplôme obtenu',
  experienceValidation: 'Validation des acquis de l’expérience (VAE)',
};

export const EFFECT_LABELS: Record<'exempt' | 'kept' | 'carried', string> = {
  exempt: 'Dispense',
  kept: 'Bénéfice de note',
  carried: 'Report de note',
};

const countryNames = new Intl.DisplayNames(['fr'], { type: 'region' });

export function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** ISO date as written in French, `12/04/1990`; anything else unchanged. */
export function frenchDate(iso: string): string {
  return iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

type Stringify = (text: string, names: Names) => string | undefined;

/** Kinds whose stored value is not what people read; the others are printed as they are. */
const STRINGIFIERS: Partial<Record<FieldKind, Stringify>> = {
  date: frenchDate,
  country: countryName,
  civility: (text) => labelIn(CIVILITY_LABELS, text),
  exam: (text) => labelIn(EXAM_LABELS, text),
  category: (text) => labelIn(CATEGORY_LABELS, text),
  form: (text) => labelIn(FORM_LABELS, text),
  disabilityRequest: (text) => labelIn(DISABILITY_REQUEST_LABELS, text),
  specialty: (text, names) => names.specialty?.(text),
  campaign: (text, names) => names.campaign?.(text),
};

/** An answer in French words, for review, print and messages. Empty text for no answer. */
export function stringifyAnswer(path: string, value: unknown, names: Names = {}): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (typeof value !== 'string') return JSON.stringify(value);
  const kind = findField(path)?.kind;
  const stringify = kind && STRINGIFIERS[kind];
  return stringify?.(value, names) ?? value;
}

function labelIn(labels: Record<string, string>, key: string): string {
  return labels[key] ?? key;
}
