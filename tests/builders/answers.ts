import type { Answers } from '#shared/contract/answers.ts';
import { withChanges } from '#shared/rules/answer-changes.ts';

/** A complete registration of a fictitious person for the training campaign, with some answers replaced (null removes). */
export function anAnswer(changes: Record<string, unknown> = {}): Answers {
  const answers: Answers = {
    identification: {
      civility: 'mr',
      birthName: 'TÉMOIN',
      givenNames: 'Dominique',
      birthDate: '1992-02-03',
      birthCountry: 'FR',
      birthCommuneCode: '06088',
      birthTown: 'Nice',
      nationality: 'FR',
      addressLine1: '2 impasse des Essais',
      postcode: '06000',
      locality: 'Nice',
      addressCountry: 'FR',
      email: 'dominique.temoin@example.org',
      phone: '+33600000001',
    },
    candidature: { campaignId: 'training-2027', exam: 'cap', category: 'independent', disability: false },
    qualification: { specialtyCode: '50022141S', form: 'full' },
    achievements: [],
    examPapers:
      'qualification.specialtyCode' in changes ? { optional: [], languages: {} } : CHOICES_OF_PASTRY,
  };
  return withChanges(answers, changes) as Answers;
}

/** What the CAP Pâtissier asks to choose; another specialty has épreuves of its own. */
const CHOICES_OF_PASTRY: Answers['examPapers'] = {
  optional: [],
  languages: { EG5: 'Anglais' },
  physicalEducation: { status: 'fit', choices: ['Danse'] },
};
