import type { Answers } from '#shared/contract/answers.ts';

/** A complete registration of a fictitious person in the training campaign: the starting point of anyone who writes NDJSON. */
export function exampleAnswers(): Answers {
  return {
    identification: {
      civility: 'mrs',
      birthName: 'EXEMPLE',
      givenNames: 'Camille',
      birthDate: '1990-04-12',
      birthCountry: 'FR',
      birthCommuneCode: '06088',
      birthTown: 'Nice',
      nationality: 'FR',
      addressLine1: '1 rue de l’Exemple',
      postcode: '06000',
      locality: 'Nice',
      addressCountry: 'FR',
      email: 'camille.exemple@example.org',
      phone: '06 00 00 00 01',
    },
    candidature: { campaignId: 'training-2027', exam: 'cap', category: 'independent', disability: false },
    qualification: { specialtyCode: '50022141S', form: 'full' },
    achievements: [],
    examPapers: {
      optional: [],
      languages: { EG5: 'Anglais' },
      physicalEducation: { status: 'fit', choices: ['Danse'] },
    },
  };
}
