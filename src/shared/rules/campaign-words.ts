import type { Campaign, Modality } from '../contract/campaign.ts';
import type { Subject } from '../contract/reference.ts';
import type { FieldClass } from '../fields/catalogue.ts';

/** The settings of a campaign as a clerk says them. */
export const MODALITY_LABELS: Record<Modality, string> = {
  post: 'par la poste',
  upload: 'par téléversement',
  counter: 'au guichet',
};

export const CLASS_LABELS: Record<FieldClass, string> = {
  identity: 'identité',
  contact: 'coordonnées',
  choice: 'choix de l’examen',
  examPaper: 'épreuves',
};

export const POLICY_LABELS: Record<Campaign['redPen']['policy'], string> = {
  none: 'Aucune correction sur le papier',
  slipsOnly: 'Erreurs de saisie seulement',
  all: 'Toute correction',
};

export const SUBJECT_LABELS: Record<Subject, string> = {
  french: 'français',
  historyGeography: 'histoire-géographie',
  mathematics: 'mathématiques',
  science: 'sciences',
  modernLanguage: 'langue vivante',
  secondLanguage: 'seconde langue vivante',
  physicalEducation: 'EPS',
  appliedArts: 'arts appliqués',
  healthSafety: 'prévention-santé-environnement',
  economicsLaw: 'économie-droit',
  economicsManagement: 'économie-gestion',
  general: 'enseignement général',
};

/** From 1, Monday. */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
