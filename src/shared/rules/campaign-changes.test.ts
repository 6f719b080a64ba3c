import { describe, expect, it } from 'vitest';
import { campaignSchema, type Campaign, type CampaignFile } from '../contract/campaign.ts';
import { campaignChanges } from './campaign-changes.ts';

const FILE: CampaignFile = {
  schema: 1,
  id: 'exemple-2027',
  title: 'Exemple',
  academyCode: '98',
  academyName: 'Académie d’exemple',
  timeZone: 'Europe/Paris',
  session: 2027,
  source: 'Notice inventée',
  service: {
    name: 'Service',
    bureau: 'EX 2',
    addressLines: ['1 rue de l’Exemple', '00000 Exemple'],
    email: 'service@example.org',
    phone: '01 99 00 00 00',
    weekdays: [1, 2],
  },
  windows: [
    {
      exams: ['cap', 'bp'],
      opensAt: '2026-10-12',
      closesAt: '2026-11-13T17:00',
      confirmationReturn: { opensAt: '2026-10-12', deadline: { kind: 'fixed', at: '2026-12-04' } },
    },
  ],
  returnModalities: ['post', 'counter'],
  redPen: { policy: 'all', fieldClasses: ['contact'] },
  acknowledgesReturns: false,
  sendsReminders: false,
  r408DueOn: '2027-03-12',
  r408SpecialtyCodes: ['50023223S'],
  extraPieces: [
    {
      id: 'cv',
      label: 'CV',
      reason: 'Demandé',
      exams: ['cap'],
      specialtyCodes: ['50033205T'],
      dueOn: '2027-01-08',
    },
  ],
  languages: ['anglais'],
  specificNotices: [{ specialtyCodes: ['50033205T'], title: 'Note', url: 'https://example.org' }],
  portfolios: [
    {
      id: 'a',
      title: 'Filière A',
      exams: ['cap'],
      groups: ['33'],
      specialtyCodes: ['50033205T'],
      exceptSpecialtyCodes: ['50033615T'],
      subjects: ['french'],
      email: 'a@example.org',
      phone: '01 99 00 00 01',
    },
  ],
  links: {
    portal: 'https://example.org/p',
    arrangements: 'https://example.org/a',
    syllabuses: 'https://example.org/s',
  },
  texts: {
    statement: 'Je certifie.',
    redPen: 'En rouge.',
    afterClosing: 'Plus rien.',
    noReturn: 'Annulée.',
    returnBy: 'Par courrier.',
    account: ['Un seul compte.'],
    appeal: 'Deux mois.',
    notes: ['À savoir.'],
  },
};
const CAMPAIGN = campaignSchema.parse(FILE);

const changed = (change: (campaign: Campaign) => void) => {
  const after = campaignSchema.parse(FILE);
  change(after);
  return campaignChanges(CAMPAIGN, after);
};

describe('what a new file of a campaign changes', () => {
  it('is nothing when it says the same, in whatever order it names exams and windows', () => {
    expect(
      changed((campaign) => {
        campaign.windows = campaign.windows.flatMap((window) => [
          { ...window, exams: ['bp'] },
          { ...window, exams: ['cap'] },
        ]);
      }),
    ).toEqual([]);
  });

  it('is told in the words of a clerk, exam by exam', () => {
    const window = (campaign: Campaign) => campaign.windows[0] ?? expect.fail('no window');
    expect(
      changed((campaign) => {
        window(campaign).closesAt = '2026-11-20T17:00';
        window(campaign).exams = ['cap'];
        campaign.redPen.policy = 'slipsOnly';
        campaign.texts.notes.push('Une de plus.');
      }),
    ).toEqual([
      {
        path: 'windows.cap.1.closesAt',
        label: 'CAP : clôture',
        before: 'vendredi 13 novembre 2026 à\u00a017\u00a0h',
        after: 'vendredi 20 novembre 2026 à\u00a017\u00a0h',
      },
      {
        path: 'redPen.policy',
        label: 'Stylo rouge',
        before: 'Toute correction',
        after: 'Erreurs de saisie seulement',
      },
      { path: 'texts.notes.1', label: 'Note 2', before: null, after: 'Une de plus.' },
      {
        path: 'windows.bp.1.opensAt',
        label: 'BP : ouverture',
        before: 'lundi 12 octobre 2026',
        after: null,
      },
      {
        path: 'windows.bp.1.closesAt',
        label: 'BP : clôture',
        before: 'vendredi 13 novembre 2026 à\u00a017\u00a0h',
        after: null,
      },
      {
        path: 'windows.bp.1.return.opensAt',
        label: 'BP : début des retours',
        before: 'lundi 12 octobre 2026',
        after: null,
      },
      {
        path: 'windows.bp.1.return.deadline',
        label: 'BP : retour au plus tard',
        before: 'vendredi 4 décembre 2026',
        after: null,
      },
    ]);
  });
});

/** Every value in the campaign, with where it is. */
function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Another value that the same place may hold. */
function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value === null) return '2027-05-05';
  const text = typeof value === 'string' ? value : '';
  const dated = /^\d{4}-\d{2}-\d{2}/.test(text) ? `2025${text.slice(4)}` : undefined;
  return dated ?? OTHER_CHOICES[text] ?? `${text} autrement`;
}

const OTHER_CHOICES: Record<string, string> = {
  cap: 'cs',
  bp: 'cs',
  post: 'upload',
  counter: 'upload',
  all: 'slipsOnly',
  contact: 'identity',
  french: 'science',
  advised: 'required',
};

describe('no value of a campaign changes unseen', () => {
  const fixed = new Set(['schema', 'id', 'windows.0.confirmationReturn.deadline.kind']);
  const paths = leavesOf(CAMPAIGN).filter((path) => !fixed.has(path.join('.')));

  it.each(paths.map((path) => [path.join('.'), path]))('%s', (_name, path) => {
    const changes = changed((campaign) => {
      let holder = campaign as unknown as Record<string, unknown>;
      for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
      const last = path.at(-1) ?? '';
      holder[last] = otherValue(holder[last]);
    });
    expect(changes.length).toBeGreaterThan(0);
  });
});
