import type { Campaign, CampaignFile } from '#shared/contract/campaign.ts';
import type { ExamPaperState } from '#shared/contract/registrations.ts';
import { STEPS } from '#shared/fields/catalogue.ts';
import { formatCandidateNumber, formatRegistrationNumber } from '#shared/rules/registration-number.ts';
import type {
  ConfirmationContent,
  ConfirmationField,
  ConfirmationSection,
} from '#shared/sheet/confirmation-content.ts';
import { aCampaign } from './campaign.ts';

/** A campaign that says as much as a real one does. */
function aTalkativeCampaign(changes: Partial<CampaignFile> = {}): Campaign {
  return aCampaign({
    training: false,
    academyName: 'Académie fictive de Valmont',
    service: {
      name: 'Service des examens professionnels',
      bureau: 'Bureau EX 2',
      addressLines: ['1 place de l’Exemple', 'CS 00000', '00999 Valmont Cedex'],
      email: 'examens.pro@academie-fictive.example',
      phone: '01 99 00 00 00',
    },
    links: {
      portal: 'https://candidats.academie-fictive.example',
      arrangements: 'https://academie-fictive.example/amenagements',
      syllabuses: 'https://academie-fictive.example/reglements',
    },
    texts: TEXTS,
    ...changes,
  });
}

const TEXTS: CampaignFile['texts'] = {
  statement:
    'Je certifie l’exactitude des renseignements portés sur cette confirmation. J’ai vérifié le diplôme, la spécialité, les épreuves et les langues choisis ; je sais que je serai inscrit·e conformément à ce document et que toute fausse déclaration peut entraîner l’annulation de l’inscription.',
  redPen:
    'Toute modification se fait sur ce document, au stylo rouge uniquement, à côté de la réponse à corriger.',
  afterClosing: 'Aucune modification ne pourra être prise en compte après la clôture des inscriptions.',
  noReturn:
    'Sans confirmation datée et signée, accompagnée des pièces demandées, la candidature sera annulée. Aucune relance ne sera effectuée.',
  returnBy:
    'Renvoyez cette confirmation datée et signée avec toutes les pièces ci-dessous, cachet de la poste faisant foi. Précisez l’intitulé du diplôme sur l’enveloppe.',
  notes: [
    'Gardez la même adresse électronique jusqu’en décembre 2027 et consultez-la souvent, y compris le courrier indésirable.',
    'Les candidats individuels passent toutes leurs épreuves sous forme ponctuelle. Le service des examens ne donne pas d’information pédagogique.',
  ],
};

const IDENTIFICATION: [string, string, string][] = [
  ['civility', 'Civilité', 'Mme'],
  ['birthName', 'Nom de naissance', 'EXEMPLE'],
  ['usageName', 'Nom d’usage', 'EXEMPLE-FICTIVE'],
  ['givenNames', 'Prénoms', 'Camille Zoé Inès'],
  ['birthDate', 'Date de naissance', '12/03/2001'],
  ['birthCountry', 'Pays de naissance', 'France'],
  ['birthTown', 'Commune de naissance', 'L’Haÿ-les-Roses (94)'],
  ['nationality', 'Nationalité', 'Française'],
  ['addressLine1', 'Adresse', '27 bis, allée des Témoins'],
  ['addressLine2', 'Complément d’adresse', 'Bâtiment C, escalier 2'],
  ['postcode', 'Code postal', '00990'],
  ['locality', 'Localité', 'Valmont-sur-Œuf'],
  ['addressCountry', 'Pays', 'France'],
  ['phone', 'Téléphone', '06 99 00 00 00'],
  ['email', 'Adresse électronique', 'camille.exemple@courriel.example'],
  ['ine', 'INE', '0990000000A'],
];

const CANDIDATURE: [string, string, string][] = [
  ['exam', 'Examen', 'Baccalauréat professionnel'],
  ['category', 'Catégorie de candidat', 'Expérience professionnelle'],
  ['disability', 'Situation de handicap', 'Oui'],
  ['disabilityRequest', 'Aménagement d’épreuves', 'Nouvelle demande'],
];

const QUALIFICATION: [string, string, string][] = [
  ['specialtyCode', 'Spécialité', 'Accompagnement, soins et services à la personne'],
  ['form', 'Forme de l’examen', 'Globale'],
];

const fieldsOf = (step: string, rows: [string, string, string][]): ConfirmationField[] =>
  rows.map(([key, label, value]) => ({ id: `${step}.${key}`, label, value }));

export function identificationSection(): ConfirmationSection {
  return { title: STEPS[0], fields: fieldsOf('identification', IDENTIFICATION) };
}

/** `count` achievements of four answers each. */
export function achievementSection(count: number): ConfirmationSection {
  const fields = Array.from({ length: count }, (_, index) =>
    fieldsOf(`achievements.${index}`, [
      ['type', `Acquis ${index + 1}`, 'Examen présenté sans succès'],
      ['diploma', 'Diplôme', 'Brevet fictif des métiers du témoignage'],
      ['year', 'Année', String(2020 + index)],
      ['academyCode', 'Académie', 'Académie fictive de Valmont'],
    ]),
  ).flat();
  return { title: STEPS[3], fields };
}

const EXAM_PAPERS: Pick<ExamPaperState, 'label' | 'state' | 'mark' | 'language'>[] = [
  { label: 'Mathématiques et sciences physiques et chimiques', state: 'toSit' },
  { label: 'Techniques professionnelles et conduite du projet', state: 'toSit' },
  { label: 'Économie-gestion', state: 'kept', mark: 12 },
  { label: 'Prévention-santé-environnement', state: 'carried', mark: 8.5 },
  { label: 'Langue vivante', state: 'toSit', language: 'Anglais' },
  { label: 'Français, histoire-géographie et enseignement moral et civique', state: 'exempt' },
  { label: 'Arts appliqués et cultures artistiques', state: 'toSit' },
  { label: 'Éducation physique et sportive', state: 'toSit' },
];

export function fictitiousExamPapers(count: number): ExamPaperState[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `E${index + 1}`,
    optional: index === 8,
    kind: 'plain',
    ...(EXAM_PAPERS[index % EXAM_PAPERS.length] ?? { label: 'Épreuve fictive', state: 'toSit' }),
  }));
}

/** An ordinary confirmation: 30 answers and 8 épreuves. */
export function aConfirmation(changes: Partial<ConfirmationContent> = {}): ConfirmationContent {
  return {
    registrationNumber: formatRegistrationNumber({
      examYear: 2027,
      examClass: 1,
      block: '0421',
      counter: 137,
    }),
    candidateNumber: formatCandidateNumber('0421', 137),
    version: 1,
    examLabel: 'Baccalauréat professionnel',
    specialtyLabel: 'Accompagnement, soins et services à la personne',
    examYear: 2027,
    candidateName: 'Mme EXEMPLE Camille Zoé Inès',
    sections: [
      identificationSection(),
      { title: STEPS[1], fields: fieldsOf('candidature', CANDIDATURE) },
      { title: STEPS[2], fields: fieldsOf('qualification', QUALIFICATION) },
      achievementSection(2),
    ],
    examPapers: fictitiousExamPapers(8),
    examPapersKnown: true,
    pieces: [
      {
        id: 'identity',
        label: 'Copie de la pièce d’identité, recto et verso',
        reason: 'demandée à tous les candidats',
      },
      {
        id: 'marks',
        label: 'Relevé de notes',
        reason: 'pour le bénéfice de l’épreuve E3 et le report de l’épreuve E4',
      },
      {
        id: 'employment',
        label: 'Certificats de travail',
        reason: 'trois années d’expérience professionnelle',
      },
      {
        id: 'arrangement',
        label: 'Demande d’aménagement d’épreuves',
        reason: 'situation de handicap déclarée',
      },
    ],
    campaign: aTalkativeCampaign(),
    returnDeadline: 'mardi 8 décembre 2026',
    closesAt: 'mardi 1er décembre 2026 à 17 h',
    enteredBy: 'Saisi par l’agent A. TÉMOIN en présence du candidat, le lundi 9 novembre 2026.',
    printedInColour: true,
    training: false,
    ...changes,
  };
}

const OTHER_TYPICAL_ANSWERS: [string, string, string][] = [
  ['motherName', 'Nom et prénom de la mère', 'TÉMOIN Dominique'],
];

/** What most candidates of a campaign are handed: 17 answers on themselves, one acquis as it is really worded, 8 épreuves. */
export function aTypicalConfirmation(campaign: Campaign): ConfirmationContent {
  const { fields } = identificationSection();
  const [candidature, qualification] = aConfirmation().sections.slice(1, 3);
  const fromBirth = fields.findIndex(({ id }) => id.endsWith('nationality'));
  const achievement = {
    id: 'achievements.0',
    label: 'Même examen déjà présenté, non obtenu',
    value:
      'Brevet fictif des métiers du témoignage, 2023, Valmont — E3 : bénéfice de note 12/20 ; E4 : report de note 8,5/20',
  };
  return aConfirmation({
    campaign,
    training: campaign.training,
    sections: [
      {
        title: STEPS[0],
        fields: [
          ...fields.slice(0, fromBirth),
          ...fieldsOf('identification', OTHER_TYPICAL_ANSWERS),
          ...fields.slice(fromBirth),
        ],
      },
      ...[candidature, qualification].filter((section) => section !== undefined),
      { title: STEPS[3], fields: [achievement] },
    ],
  });
}

/** Few answers and few épreuves: a single sheet. */
export function aShortConfirmation(changes: Partial<ConfirmationContent> = {}): ConfirmationContent {
  return aConfirmation({
    sections: [
      { ...identificationSection(), fields: identificationSection().fields.slice(0, 12) },
      { title: STEPS[2], fields: fieldsOf('qualification', QUALIFICATION) },
    ],
    examPapers: fictitiousExamPapers(3),
    pieces: [],
    ...changes,
  });
}

/** The most that a registration may hold: long names, 6 achievements, 20 épreuves, every text at length. */
export function aLongConfirmation(changes: Partial<ConfirmationContent> = {}): ConfirmationContent {
  const ordinary = aConfirmation();
  const long = 'Anne-Élisabeth-Marie-Cunégonde Témoin-Fictive d’Exemple-sur-Papier '.repeat(2).trim();
  const sections = [identificationSection(), ...ordinary.sections.slice(1, 3), achievementSection(6)];
  return aConfirmation({
    candidateName: `Mme ${long}`,
    specialtyLabel:
      'Métiers du témoignage et de l’exemple, option A fabrication d’inscriptions fictives en milieu tempéré',
    sections: sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.id.endsWith('Name') ? { ...field, value: long } : field)),
    })),
    examPapers: fictitiousExamPapers(20),
    pieces: Array.from({ length: 9 }, (_, index) => ({
      id: `piece-${index}`,
      label: `Pièce justificative fictive n° ${index + 1}`,
      reason:
        'demandée parce que la réponse correspondante a été donnée sur la confirmation, et nulle part ailleurs',
    })),
    campaign: aTalkativeCampaign({
      returnModalities: ['post', 'upload', 'counter'],
      texts: {
        ...TEXTS,
        notes: Array.from({ length: 10 }, (_, index) => `Note ${index + 1}. ${TEXTS.statement}`),
      },
    }),
    ...changes,
  });
}
