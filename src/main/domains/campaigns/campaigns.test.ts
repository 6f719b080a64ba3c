import { describe, expect, it } from 'vitest';
import type { CampaignFile } from '#shared/contract/campaign.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const fileOf = (changes: Partial<CampaignFile> = {}) => JSON.stringify(aCampaign(changes), null, 2);

/** The line of a text that holds some words, from 1. */
const lineOf = (content: string, words: string) =>
  content.split('\n').findIndex((line) => line.includes(words)) + 1;

const WINDOW = {
  exams: ['cap' as const],
  opensAt: '2020-01-01T08:00',
  closesAt: '2098-12-31T17:00',
  confirmationReturn: { deadline: { kind: 'afterClosing' as const, days: 7 } },
};

describe('a campaign file is checked', () => {
  it('with the line and the column of each fault', async () => {
    const { call } = await aStation();
    const content = fileOf()
      .replace('"timeZone": "Europe/Paris"', '"timeZone": "Europe/Nice"')
      .replace('"academyCode": "00"', '"academyCode": "77"');

    expect((await call('campaigns.check', { content })).faults).toEqual([
      {
        path: 'timeZone',
        message:
          'Le fuseau « Europe/Nice » est inconnu ; écrivez par exemple Europe/Paris ou Indian/Reunion.',
        line: lineOf(content, 'Europe/Nice'),
        column: 3,
      },
      {
        path: 'academyCode',
        message: 'Aucune académie ne porte le code 77.',
        line: lineOf(content, '"77"'),
        column: 3,
      },
    ]);
  });

  it('what is missing is told where it should have been', async () => {
    const { call } = await aStation();
    const content = fileOf().replace(/ +"returnBy": .*\n/, '');

    expect((await call('campaigns.check', { content })).faults).toEqual([
      {
        path: 'texts.returnBy',
        message: 'Cette rubrique manque.',
        line: lineOf(content, '"texts"'),
        column: 3,
      },
    ]);
  });

  it.each(['0024-11-08T17:00', '3024-11-08T17:00'])(
    'a closing in a year that no calendar of a program writes, %s, is a fault at its line',
    async (closing) => {
      const { call } = await aStation();
      const content = fileOf().replace(/"closesAt": "[^"]*"/, `"closesAt": "${closing}"`);
      const { faults } = await call('campaigns.check', { content });
      expect(faults.map(({ line }) => line)).toEqual([lineOf(content, closing)]);
    },
  );

  it.each([
    ['{\n  "id": "x",\n  "title" "y"\n}', 3, 11, 'il manque deux-points après le nom de la rubrique'],
    ['{\n  "id": "x",\n}', 3, 1, 'un nom de rubrique entre guillemets est attendu (une virgule de trop ?)'],
    ['{ "id": "x"\n  "title": "y" }', 2, 3, 'il manque une virgule'],
    ['{ "id": nice }', 1, 9, 'un mot n’est pas entre guillemets'],
    ['{ "id": [1, 2 }', 1, 15, 'il manque une virgule'],
    ['{ "id": "x"', 1, 12, 'une accolade n’est pas fermée'],
    ['', 1, 1, 'une valeur est attendue (une virgule de trop ?)'],
  ])(
    'broken JSON is told with its line, its column and a reason: %j',
    async (content, line, column, reason) => {
      const { call } = await aStation();
      expect((await call('campaigns.check', { content })).faults).toEqual([
        { path: '', message: `Le fichier n’est pas du JSON : ${reason}.`, line, column },
      ]);
    },
  );

  it('a heading that is given twice is a fault, where JSON would keep the last', async () => {
    const { call } = await aStation();
    const content = fileOf().replace('"session": 2027,', '"session": 2027,\n  "session": 2028,');
    expect((await call('campaigns.check', { content })).faults).toEqual([
      {
        path: 'session',
        message: 'Cette rubrique est donnée deux fois ; gardez-en une.',
        line: lineOf(content, '2028'),
        column: 3,
      },
    ]);
  });

  it('a specialty that nobody would have is a remark, and refuses nothing', async () => {
    const { call } = await aStation();
    const content = fileOf({
      windows: [{ ...WINDOW, exams: ['cs'] }],
      portfolios: [{ id: 'industrie', title: 'Industrie', groups: ['2'] }],
    });
    const { id, faults, remarks } = await call('campaigns.check', { content });
    expect({ id, faults, remarks: remarks.map(({ path, line }) => ({ path, line })) }).toEqual({
      id: 'essai-2027',
      faults: [],
      remarks: [{ path: 'portfolios', line: lineOf(content, '"portfolios"') }],
    });
  });
});

describe('a campaign file is compared with what is in force', () => {
  it('before it is imported', async () => {
    const { call } = await aStation();
    const first = await call('campaigns.compare', { content: fileOf() });
    await call('campaigns.import', { content: fileOf() });

    expect([
      first,
      await call('campaigns.compare', { content: fileOf({ acknowledgesReturns: false }) }),
    ]).toEqual([
      { id: 'essai-2027', title: 'Campagne d’essai 2027', isNew: true, changes: [] },
      {
        id: 'essai-2027',
        title: 'Campagne d’essai 2027',
        isNew: false,
        changes: [
          {
            path: 'acknowledgesReturns',
            label: 'Accusé de réception des retours',
            before: 'oui',
            after: 'non',
          },
        ],
      },
    ]);
  });

  it('and is refused with its first fault and the line', async () => {
    const { failure } = await aStation();
    const content = fileOf().replace('"Europe/Paris"', '"Europe/Nice"');
    const { code, detail } = await failure('campaigns.compare', { content });
    expect({ code, path: detail['path'], line: Number(detail['line']) }).toEqual({
      code: 'campaign-invalid',
      path: 'timeZone',
      line: lineOf(content, 'Europe/Nice'),
    });
  });
});

describe('a campaign under which people are registered', () => {
  const registeredUnder = async () => {
    const station = await aStation();
    await station.call('campaigns.import', { content: fileOf() });
    const answers = anAnswer({ 'candidature.campaignId': 'essai-2027' });
    await station.call('registrations.register', { answers });
    return station;
  };

  it('cannot lose the exam, nor the period, in which they are', async () => {
    const { call } = await registeredUnder();
    const faultsWith = async (changes: Partial<CampaignFile>) =>
      (await call('campaigns.check', { content: fileOf(changes) })).faults.map(({ path, message }) => [
        path,
        message,
      ]);
    const lost = 'Une inscription (CAP) déjà faite ne serait plus dans aucune période de cet examen.';
    expect([
      await faultsWith({ windows: [{ ...WINDOW, exams: ['bp'] }] }),
      await faultsWith({ windows: [{ ...WINDOW, opensAt: '2030-01-01' }] }),
      await faultsWith({ session: 2028 }),
    ]).toEqual([
      [['windows', lost]],
      [['windows', lost]],
      [
        [
          'session',
          'Des inscriptions portent déjà la session 2027 dans leur numéro ; elle ne peut plus changer.',
        ],
      ],
    ]);
  });

  it('may change for all the rest, and the closing may move', async () => {
    const { call } = await registeredUnder();
    const content = fileOf({
      windows: [{ ...WINDOW, closesAt: '2026-12-11T17:00' }],
      sendsReminders: true,
    });
    expect(await call('campaigns.import', { content })).toEqual({ id: 'essai-2027' });
  });
});

describe('the history of a campaign', () => {
  it('keeps every content, who imported it, and what it changed', async () => {
    const { call, clock } = await aStation();
    await call('campaigns.import', { content: fileOf() });
    clock.set('2026-11-23T08:00:00Z');
    await call('campaigns.import', { content: fileOf({ sendsReminders: true }) });

    expect(await call('campaigns.history', { id: 'essai-2027' })).toEqual([
      {
        importedAtMs: Date.parse('2026-11-23T08:00:00Z'),
        importedBy: 'Agent Essai',
        changes: [{ path: 'sendsReminders', label: 'Relances', before: 'non', after: 'oui' }],
      },
      { importedAtMs: Date.parse('2026-11-20T10:00:00Z'), importedBy: 'Agent Essai', changes: null },
    ]);
  });

  it('begins with what the program brought, where it did', async () => {
    const { call } = await aStation();
    const shipped = await call('campaigns.get', { id: 'training-2027' });
    await call('campaigns.import', {
      content: JSON.stringify({ ...shipped, title: 'Entraînement du bureau' }),
    });
    expect(
      (await call('campaigns.history', { id: 'training-2027' })).map(({ changes }) =>
        changes?.map(({ path }) => path),
      ),
    ).toEqual([['title']]);
  });
});

describe('overseas', () => {
  it.each([
    ['Indian/Reunion', '28', '2026-11-20T13:00:00Z'],
    ['Pacific/Noumea', '40', '2026-11-20T06:00:00Z'],
  ])('a closing at 17 h in %s is at 17 h there', async (timeZone, academyCode, closesAtUtc) => {
    const station = await aStation();
    const content = fileOf({
      timeZone,
      academyCode,
      windows: [{ ...WINDOW, closesAt: '2026-11-20T17:00' }],
    });
    const { remarks } = await station.call('campaigns.check', { content });
    await station.call('campaigns.import', { content });
    const stateAt = async (ms: number) => {
      station.clock.set(new Date(ms).toISOString());
      const campaigns = await station.call('campaigns.list', {});
      return campaigns.find(({ id }) => id === 'essai-2027')?.exams[0]?.window.state;
    };
    const closing = Date.parse(closesAtUtc);
    expect([remarks, await stateAt(closing - 1), await stateAt(closing)]).toEqual([[], 'open', 'closed']);
  });

  it('the last day at the counter is told with what is open', async () => {
    const { call, clock } = await aStation();
    clock.set('2026-11-18T10:00:00Z');
    const windows = [{ ...WINDOW, closesAt: '2026-11-22' }];
    await call('campaigns.import', { content: fileOf({ windows }) });
    const campaigns = await call('campaigns.list', {});
    expect(campaigns.find(({ id }) => id === 'essai-2027')?.exams).toEqual([
      {
        exam: 'cap',
        window: { state: 'open', closesAt: '2026-11-22' },
        returnDeadline: '2026-11-29',
        lastCounterDay: '2026-11-20',
      },
    ]);
  });
});
