import type {
  ACHIEVEMENT_TYPES,
  CANDIDATE_CATEGORIES,
  COUNTER_REASONS,
  DIPLOMA_KINDS,
  Exam,
  FORMS,
  HELD_TITLES,
  PHYSICAL_EDUCATION_STATUSES,
  WorkPeriod,
} from '../contract/answers.ts';
import type { RegistrationStatus, SeenPiece } from '../contract/registrations.ts';
import { showPhoneNumber } from '../rules/phone-number.ts';
import { formatWork, totalWork } from '../rules/work-periods.ts';
import { findField, type FieldKind } from './catalogue.ts';

/** Names that only data can tell; a code without a name is printed as it is. */
export interface Names {
  specialty?: (code: string) => string | undefined;
  campaign?: (id: string) => string | undefined;
  /** Where the station’s own list names it otherwise than the runtime. */
  country?: (code: string) => string | undefined;
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
  schoolPupil: 'Élève (scolaire)',
  apprentice: 'Apprenti',
};

export const COUNTER_REASON_LABELS: Record<(typeof COUNTER_REASONS)[number], string> = {
  noInternet: 'Pas d’accès à internet',
  help: 'Besoin d’aide pour saisir',
  disability: 'Situation de handicap',
  portalError: 'Erreur ou blocage sur le portail',
  annex: 'Permanence ou bureau annexe',
  other: 'Autre',
};

/** In figures, where some reasons may be reserved to who serves candidates. */
export function countedReasonLabel(
  reason: (typeof COUNTER_REASONS)[number] | null,
  isReserved: boolean,
): string {
  if (reason === null) return 'Non demandé';
  return reason === 'other' && isReserved ? 'Autre, ou réservé' : COUNTER_REASON_LABELS[reason];
}

export const HELD_TITLE_LABELS: Record<(typeof HELD_TITLES)[number], string> = {
  none: 'Aucun diplôme du secteur',
  listedLevel3: 'Diplôme de niveau 3 ou plus de la liste de la spécialité',
  sectorBacPro: 'Bac pro (ou diplôme de niveau 4) du secteur',
};

export const DIPLOMA_KIND_LABELS: Record<(typeof DIPLOMA_KINDS)[number], string> = {
  higherEducation: 'BTS, DUT, DEUG, licence (toutes spécialités)',
  otherSpecialty: 'Autre spécialité du même examen',
  dma: 'Diplôme des métiers d’art (DMA)',
  bma: 'Brevet des métiers d’art (BMA)',
  btBta: 'Brevet de technicien (BT, BTA)',
  generalOrTechnologicalBac: 'Baccalauréat général ou technologique',
  bacPro: 'Baccalauréat professionnel',
  bp: 'Brevet professionnel',
  cap: 'CAP',
  bep: 'BEP',
  other: 'Autre diplôme ou titre',
};

export const STATUS_LABELS: Record<RegistrationStatus, string> = {
  awaitingReturn: 'Confirmation attendue',
  returned: 'Confirmation signée rendue',
  complete: 'Dossier complet',
  withdrawn: 'Désinscrite',
  cancelled: 'Annulée',
  excluded: 'Écartée',
};

/** The kind of document a clerk saw; its number is never written. */
export const SEEN_PIECE_LABELS: Record<SeenPiece, string> = {
  identityCard: 'Carte d’identité',
  passport: 'Passeport',
  residencePermit: 'Titre de séjour',
  birthCertificate: 'Acte de naissance',
  familyRecordBook: 'Livret de famille',
};

export const PHYSICAL_EDUCATION_LABELS: Record<(typeof PHYSICAL_EDUCATION_STATUSES)[number], string> = {
  fit: 'Apte',
  unfit: 'Inapte (certificat remis à part)',
  exempt: 'Dispensé',
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
  country: (text, names) => names.country?.(text) ?? countryName(text),
  phone: showPhoneNumber,
  civility: (text) => labelIn(CIVILITY_LABELS, text),
  exam: (text) => labelIn(EXAM_LABELS, text),
  category: (text) => labelIn(CATEGORY_LABELS, text),
  form: (text) => labelIn(FORM_LABELS, text),
  disabilityRequest: (text) => labelIn(DISABILITY_REQUEST_LABELS, text),
  counterReason: (text) => labelIn(COUNTER_REASON_LABELS, text),
  heldTitle: (text) => labelIn(HELD_TITLE_LABELS, text),
  specialty: (text, names) => names.specialty?.(text),
  campaign: (text, names) => names.campaign?.(text),
};

/** An answer in French words, for review, print and messages. Empty text for no answer. */
export function stringifyAnswer(path: string, value: unknown, names: Names = {}): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (typeof value === 'number') return String(value);
  if (path === 'candidature.workPeriods' && Array.isArray(value))
    return workPeriodsText(value as WorkPeriod[]);
  if (typeof value !== 'string') return JSON.stringify(value);
  const kind = findField(path)?.kind;
  const stringify = kind && STRINGIFIERS[kind];
  return stringify?.(value, names) ?? value;
}

function workPeriodsText(periods: readonly WorkPeriod[]): string {
  const count = periods.length > 1 ? `${periods.length} périodes` : '1 période';
  return `${count}, ${formatWork(totalWork(periods))}`;
}

function labelIn(labels: Record<string, string>, key: string): string {
  return labels[key] ?? key;
}
