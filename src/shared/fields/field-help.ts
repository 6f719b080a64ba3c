import type { RuleName } from '../rules/rule-texts.ts';

/** What a field asks, and the rules that bear on it: told at the key F1, beside the field. */
export interface FieldHelp {
  asks: string;
  rules: readonly RuleName[];
  /** The official list that the answer is taken from: its own source is said with it. */
  list?: 'examPapers' | 'physicalEducation' | 'exemptions';
}

const CIVIL_STATUS: readonly RuleName[] = ['civilStatus', 'identity-frozen', 'closedList'];
const ADDRESS: readonly RuleName[] = ['residence-other-academy', 'closedList'];
const PARENT: FieldHelp = {
  asks: 'Nom et prénom du parent, si la personne est née hors de France ; l’un des deux suffit.',
  rules: ['parents-required', 'civilStatus'],
};

/** By path; what a path without an entry of its own is part of has one. */
const FIELD_HELP: Readonly<Record<string, FieldHelp>> = {
  'identification.civility': { asks: 'Monsieur ou Madame, comme sur la pièce.', rules: CIVIL_STATUS },
  'identification.birthName': {
    asks: 'Le nom de naissance, lettre pour lettre comme sur la pièce d’identité. Le nom d’époux ou d’épouse est au champ suivant.',
    rules: CIVIL_STATUS,
  },
  'identification.usageName': {
    asks: 'Le nom porté dans la vie courante, s’il est sur la pièce d’identité et diffère du nom de naissance.',
    rules: CIVIL_STATUS,
  },
  'identification.givenNames': {
    asks: 'Tous les prénoms de la pièce d’identité, dans leur ordre.',
    rules: CIVIL_STATUS,
  },
  'identification.birthDate': {
    asks: 'Huit chiffres suffisent : 12041990 pour le 12 avril 1990.',
    rules: ['nationalService', 'capAge', 'identity-frozen'],
  },
  'identification.birthCountry': {
    asks: 'Le pays d’aujourd’hui où se trouve le lieu de naissance.',
    rules: ['parents-required', 'identity-frozen', 'closedList'],
  },
  'identification.birthTown': {
    asks: 'Premières lettres ou code postal, puis Entrée sur la commune : son code suit. Une commune disparue se garde comme sur l’acte ; à l’étranger, écrivez la ville.',
    rules: ['civilStatus', 'identity-frozen', 'closedList'],
  },
  'identification.nationality': {
    asks: 'La nationalité de la pièce présentée.',
    rules: ['nationalService', 'identity-frozen', 'closedList'],
  },
  'identification.fatherName': PARENT,
  'identification.motherName': PARENT,
  'identification.addressLine1': {
    asks: 'Numéro et voie, là où la personne reçoit son courrier.',
    rules: ['closedList'],
  },
  'identification.addressLine2': {
    asks: 'Bâtiment, étage, « chez… » : ce qui manquerait au facteur.',
    rules: ['closedList'],
  },
  'identification.postcode': {
    asks: 'Cinq chiffres en France ; les communes du code postal sont proposées ensuite.',
    rules: ADDRESS,
  },
  'identification.locality': { asks: 'La commune de l’adresse, sans code ni « cedex ».', rules: ADDRESS },
  'identification.addressCountry': { asks: 'Le pays de l’adresse.', rules: ADDRESS },
  'identification.email': {
    asks: 'L’adresse électronique personnelle du candidat : il y recevra le lien de son compte.',
    rules: ['ownAddress', 'addressTaken', 'portalAccount'],
  },
  'identification.phone': {
    asks: 'Un numéro où joindre la personne ; hors de France, avec l’indicatif (+32…).',
    rules: ['closedList'],
  },
  'identification.ine': {
    asks: 'L’identifiant national élève ou étudiant, recopié d’un relevé de notes. Inconnu : laissez vide.',
    rules: ['bad-ine', 'nir-forbidden'],
  },
  'identification.ministryNumber': {
    asks: 'Le numéro de candidat d’une session passée, en tête du dernier relevé de notes.',
    rules: ['formerAccount', 'nir-forbidden'],
  },
  'candidature.exam': {
    asks: 'L’examen, la session et l’académie, parmi les services ouverts à cette heure ; rien d’affiché veut dire rien d’ouvert.',
    rules: ['window-closed', 'one-registration-per-exam'],
  },
  'candidature.category': {
    asks: 'À quel titre la personne se présente : elle décide des justificatifs et de l’EPS.',
    rules: ['pupil-registers-at-school', 'preparation', 'closedList'],
  },
  'candidature.disability': {
    asks: 'La personne a, ou demande, un aménagement d’épreuves : oui ou non, sans autre question.',
    rules: ['yesOrNo', 'disability-detail-required'],
  },
  'candidature.disabilityRequest': {
    asks: 'L’aménagement est-il déjà notifié, ou à demander ?',
    rules: ['disability-detail-required'],
  },
  'candidature.heldTitle': {
    asks: 'Le diplôme déjà obtenu, qui abrège les durées du BP.',
    rules: ['brevet'],
  },
  'candidature.trainingHours': {
    asks: 'Les heures de formation suivies ou prévues ; une décision de positionnement peut en réduire le nombre.',
    rules: ['brevet'],
  },
  'candidature.workPeriods': {
    asks: 'Les emplois en rapport avec la spécialité, du premier au dernier jour ; les périodes qui se recouvrent comptent une fois. Le temps partiel : son pourcentage.',
    rules: ['preparation', 'brevet'],
  },
  'candidature.counterReason': { asks: 'Pourquoi la personne est venue.', rules: ['counterReason'] },
  'qualification.specialtyCode': {
    asks: 'Premiers mots de l’intitulé, ou code du diplôme ; faites lire l’intitulé entier au candidat.',
    rules: ['specialty-not-in-session', 'specificNotice', 'scaffolding'],
  },
  'qualification.form': {
    asks: 'Globale : toutes les épreuves à la même session. Progressive : réparties sur plusieurs.',
    rules: ['form-definitive'],
  },
  achievements: {
    asks: 'Ce que la personne a déjà obtenu et qui la dispense d’épreuves ou lui garde des notes : Alt+N ajoute un acquis.',
    rules: ['achievementOrigin', 'achievementProof'],
  },
  'achievements.effects': {
    asks: 'Épreuve par épreuve, ce que l’acquis apporte ; « À passer » rend l’épreuve.',
    rules: ['achievementEffects', 'mark-too-old', 'achievementProof'],
    list: 'exemptions',
  },
  examPapers: { asks: 'Ce que le candidat passera.', rules: ['achievementEffects'], list: 'examPapers' },
  'examPapers.languages': {
    asks: 'La langue choisie pour cette épreuve.',
    rules: ['language-not-offered'],
    list: 'examPapers',
  },
  'examPapers.optional': {
    asks: 'Les épreuves facultatives demandées, deux au plus.',
    rules: [],
    list: 'examPapers',
  },
  'examPapers.physicalEducation': {
    asks: 'Apte, sauf certificat remis sous pli fermé ; puis les épreuves de la liste nationale. Le choix ne change plus après l’inscription.',
    rules: [],
    list: 'physicalEducation',
  },
};

/** Of a path, or of the nearest thing that holds it: `achievements.0.effects.1.mark` is of `achievements.effects`. */
export function findFieldHelp(path: string): FieldHelp | undefined {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    if (Object.hasOwn(FIELD_HELP, name)) return FIELD_HELP[name];
  }
  return undefined;
}
