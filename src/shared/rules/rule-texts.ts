import type { ProblemCode } from '../errors.ts';

/** A rule as it is told at the counter, with the text it comes from. */
export interface RuleText {
  /** What it asks, in one sentence. */
  says: string;
  /** The law, as it is quoted; absent where only notices say it. */
  law?: string;
  /** The lines of docs/rules.md that say it: whose notices they are is their first part. */
  facts?: readonly string[];
  /** Each campaign decides how it holds: its own notice is its source. */
  ofCampaign?: true;
}

/** Rules that block, under the code of the problem they raise. */
const BLOCKING = {
  'nir-forbidden': {
    says: 'Un numéro de sécurité sociale ne s’écrit nulle part dans le dossier.',
    law: 'Arrêté du 22 avril 2013 (OCEAN), art. 2 : il n’est pas dans la liste',
  },
  'parents-required': {
    says: 'Le nom et le prénom des parents ne sont demandés que pour une naissance à l’étranger.',
    law: 'Aide du portail des candidats, « S’inscrire »',
  },
  'bad-ine': {
    says: 'L’INE compte onze caractères, sous quatre formes ; on s’inscrit aussi sans lui.',
    law: 'Validateur d’API Particulier (la clé de l’INE n’est pas publique)',
  },
  'identity-frozen': {
    says: 'Après l’inscription, l’identité se corrige par un agent habilité, pièce d’identité vue.',
    facts: ['S4-07'],
  },
  'residence-other-academy': {
    says: 'Le candidat réside dans l’académie où il s’inscrit.',
    facts: ['S3-04'],
    ofCampaign: true,
  },
  'window-closed': {
    says: 'On ne s’inscrit que pendant la période de la campagne, à l’heure locale de l’académie ; après, plus rien ne change.',
    facts: ['S0-02', 'S0-15', 'S4-02'],
    ofCampaign: true,
  },
  'one-registration-per-exam': {
    says: 'Une seule inscription par session à un même examen ; le recteur peut y déroger pour le CAP, la MC et le CS.',
    law: 'Code de l’éducation, D337-21, D337-90, D337-121 et D337-155',
  },
  'pupil-registers-at-school': {
    says: 'Un élève ou un apprenti est inscrit par son établissement.',
    facts: ['S4-01'],
  },
  'disability-detail-required': {
    says: 'Aménagement déjà notifié : la notification est à joindre. Nouvelle demande : elle se fait à part, auprès du rectorat.',
    law: 'Code de l’éducation, D351-27 et D351-28 : aucune pièce médicale au guichet',
    facts: ['S0-17', 'S0-18'],
  },
  'specialty-not-in-session': {
    says: 'La mention complémentaire est devenue le certificat de spécialisation à la session 2025.',
    law: 'Décret 2023-824 du 25 août 2023',
    facts: ['S1-01'],
  },
  'form-definitive': {
    says: 'La forme, globale ou progressive, est choisie une fois pour toutes à la première inscription.',
    law: 'Code de l’éducation, D337-10, D337-79 et D337-115',
  },
  'mark-too-old': {
    says: 'Une note se conserve cinq ans.',
    law: 'Code de l’éducation, D337-17 et D337-69',
  },
  'language-not-offered': {
    says: 'La langue doit pouvoir être évaluée dans l’académie.',
    law: 'Arrêtés de 1995 et du 15 juillet 2003 sur les langues',
    ofCampaign: true,
  },
} satisfies Partial<Record<ProblemCode, RuleText>>;

/** Rules that ask, warn or explain, and block nothing by themselves. */
const OTHERS = {
  closedList: {
    says: 'Cette réponse est de la liste, fermée, de ce qu’un dossier d’examen peut contenir.',
    law: 'Arrêté du 22 avril 2013 (OCEAN), art. 2',
  },
  civilStatus: {
    says: 'Les noms s’écrivent comme à l’état civil : accents gardés, capitales non imposées.',
    law: 'Circulaire du 23 juillet 2014 relative à l’état civil',
  },
  formerAccount: {
    says: 'Qui s’est déjà présenté garde son compte et ses numéros.',
    facts: ['S2-04'],
  },
  ownAddress: {
    says: 'Une adresse par personne, valable, et lue jusqu’en décembre de l’année de l’examen.',
    facts: ['S0-07', 'S4-03'],
  },
  addressTaken: {
    says: 'Une adresse déjà connue est souvent celle d’un proche, ou d’une autre candidature : il en faut une autre.',
    facts: ['S4-06'],
  },
  portalAccount: {
    says: 'Le lien d’activation du compte vaut 48 heures ; le compte est ensuite supprimé.',
    facts: ['S0-09', 'S4-05'],
  },
  nationalService: {
    says: 'Candidat français : attestation de recensement avant 18 ans, certificat JDC de 18 à 24 ans.',
    law: 'Code du service national, L113-4 et L114-6',
  },
  capAge: {
    says: 'CAP : majeur au 31 décembre de l’année de l’examen, ou en formation.',
    law: 'Code de l’éducation, D337-7',
  },
  yesOrNo: {
    says: 'Oui pour un aménagement déjà notifié comme pour une nouvelle demande. Rien de médical ne s’écrit.',
    law: 'Arrêté du 22 avril 2013 (OCEAN), art. 2',
    facts: ['S0-16'],
  },
  preparation: {
    says: 'Bac pro, MC et CS : une préparation complète, ou trois ans d’expérience en rapport, à justifier à l’examen.',
    law: 'Code de l’éducation, D337-70 et D337-148',
    facts: ['S3-05', 'S3-06'],
  },
  brevet: {
    says: 'BP : une durée d’activité et des heures de formation selon le diplôme détenu, à justifier à la dernière unité.',
    law: 'Code de l’éducation, D337-101, D337-102 et D337-106',
  },
  counterReason: {
    says: 'Les notices disent « par internet » : le motif de la venue est compté, jamais exigé.',
    facts: ['S2-03'],
  },
  specificNotice: {
    says: 'Certaines spécialités ont une note spécifique, à remettre au candidat.',
    facts: ['S1-07'],
    ofCampaign: true,
  },
  scaffolding: {
    says: 'Certaines spécialités industrielles demandent une attestation R.408, à sa propre date.',
    law: 'Recommandation R.408 de la CNAMTS',
    facts: ['S1-08'],
    ofCampaign: true,
  },
  achievementOrigin: {
    says: 'Un acquis se déclare par sa famille, son année et son académie.',
    facts: ['S4-13', 'S4-14', 'S4-16'],
  },
  achievementProof: {
    says: 'Chaque acquis se justifie : relevé de notes, ou copie du diplôme.',
    facts: ['S0-19'],
  },
  achievementEffects: {
    says: 'Bénéfice : une note de 10 ou plus, gardée. Report : une note au-dessous de 10, en forme progressive seulement. Dispense : épreuve non passée, sans note.',
    law: 'Code de l’éducation, D337-69, D337-78, D337-79, D337-107, D337-114 et D337-115',
    facts: ['S3-09'],
  },
} satisfies Record<string, RuleText>;

const RULE_TEXTS = { ...BLOCKING, ...OTHERS };
export type RuleName = keyof typeof RULE_TEXTS;

const NOTICES: Readonly<Record<string, string>> = {
  S0: 'notice de Nice, session 2022',
  S1: 'notice de Nice, session 2025',
  S2: 'notice d’Aix-Marseille, session 2024',
  S3: 'notice d’Aix-Marseille, session 2021',
  S4: 'guide du portail, académie de Grenoble (BP)',
};

export function ruleText(name: RuleName): RuleText {
  return RULE_TEXTS[name];
}

/** The rule that raises a problem; undefined for what is only a slip of the keyboard. */
export function findRuleOf(code: ProblemCode): RuleText | undefined {
  return Object.hasOwn(BLOCKING, code) ? BLOCKING[code as keyof typeof BLOCKING] : undefined;
}

/** Law first, then whose notices say it; empty where only the campaign does. */
export function sourcesOf({ law, facts = [] }: RuleText): string[] {
  const notices = new Set(facts.map((fact) => NOTICES[fact.split('-')[0] ?? ''] ?? fact));
  return [...(law === undefined ? [] : [law]), ...notices];
}
