import { campaignSchema, type Campaign, type CampaignFile } from '#shared/contract/campaign.ts';

/** A fictitious campaign, open for long, with some members replaced. */
export function aCampaign(changes: Partial<CampaignFile> = {}): Campaign {
  return campaignSchema.parse({
    schema: 1,
    id: 'essai-2027',
    training: true,
    title: 'Campagne d’essai 2027',
    academyCode: '00',
    academyName: 'Académie d’entraînement',
    timeZone: 'Europe/Paris',
    session: 2027,
    source: 'Notice fictive',
    service: { name: 'Service des examens d’essai', addressLines: ['1 rue de l’Essai', '00000 Essai-Ville'] },
    windows: [
      {
        exams: ['bacPro', 'bp', 'cap', 'cs'],
        opensAt: '2020-01-01T08:00',
        closesAt: '2098-12-31T17:00',
        confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
      },
    ],
    returnModalities: ['post', 'counter'],
    redPen: { policy: 'all', fieldClasses: ['identity', 'contact', 'choice', 'examPaper'] },
    acknowledgesReturns: true,
    sendsReminders: false,
    r408DueOn: null,
    specificNotices: [],
    portfolios: [],
    links: { portal: 'https://portail.example.org' },
    texts: {
      statement: 'Je certifie exacts les renseignements ci-dessus.',
      redPen: 'Corrigez au stylo rouge uniquement.',
      afterClosing: 'Aucune modification après la clôture.',
      noReturn: 'Sans retour, la candidature est annulée.',
      returnBy: 'La confirmation est à renvoyer signée.',
      notes: [],
    },
    ...changes,
  });
}
