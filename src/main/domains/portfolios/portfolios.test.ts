import { describe, expect, it } from 'vitest';
import type { CampaignFile } from '#shared/contract/campaign.ts';
import { UNASSIGNED } from '#shared/contract/portfolios.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { pdfTexts } from '../../../../tests/builders/pdf-text.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const PORTFOLIOS: CampaignFile['portfolios'] = [
  { id: 'alimentation', title: 'Filière alimentation', groups: ['221'], phone: '01 99 00 00 03' },
  { id: 'eps', title: 'EPS', transversal: true, subjects: ['physicalEducation'], email: 'eps@example.org' },
];

const RETURN = { modality: 'counter', receivedOn: '2026-11-19', signed: true, dated: true } as const;

/** A station where people register under a campaign with portfolios; their names and dates of birth differ. */
async function anOffice(portfolios = PORTFOLIOS) {
  const station = await aStation();
  await station.call('campaigns.import', { content: JSON.stringify(aCampaign({ portfolios })) });
  let people = 0;
  return {
    ...station,
    async register(birthName: string, changes: Record<string, unknown> = {}) {
      people += 1;
      const { registrationNumber } = await station.call('registrations.register', {
        answers: anAnswer({
          'candidature.campaignId': 'essai-2027',
          'identification.birthName': birthName,
          'identification.birthDate': `${1950 + people}-01-15`,
          'identification.email': `candidat.${people}@example.org`,
          ...changes,
        }),
      });
      return registrationNumber;
    },
    async returned(birthName: string, changes: Record<string, unknown> = {}) {
      const number = await this.register(birthName, changes);
      await station.call('returns.record', { number, ...RETURN });
      return number;
    },
    queue: (portfolioId: string) =>
      station.call('portfolios.queue', { campaignId: 'essai-2027', portfolioId }),
    makeSlip: (portfolioId: string) =>
      station.call('portfolios.makeSlip', { campaignId: 'essai-2027', portfolioId }),
  };
}

/** Another specialty than the food trades, without a list of épreuves to choose from. */
const LOGISTICS = { 'qualification.specialtyCode': '50031122T' };

describe('a file', () => {
  it('has its desk and the transversal ones, each with its contact (S3-07, S3-08)', async () => {
    const { call, register } = await anOffice();
    const number = await register('TÉMOIN');
    expect(await call('portfolios.of', { number })).toEqual({
      isRouted: true,
      main: { id: 'alimentation', title: 'Filière alimentation', email: null, phone: '01 99 00 00 03' },
      transversal: [{ id: 'eps', title: 'EPS', email: 'eps@example.org', phone: null }],
    });
  });

  it('names its case manager on the back of the confirmation', async () => {
    const { call, register } = await anOffice();
    const { pdf } = await call('confirmations.issue', { number: await register('TÉMOIN') });
    const [, back = ''] = await pdfTexts(pdf);
    expect(back).toContain('Gestionnaire : Filière alimentation 01 99 00 00 03');
  });

  it('that nobody owns is to be given out by hand', async () => {
    const { call, register, queue } = await anOffice();
    const number = await register('TÉMOIN', LOGISTICS);
    const { main } = await call('portfolios.of', { number });
    const { desk, counts } = await queue(UNASSIGNED);
    expect([main, desk.title, counts]).toEqual([
      null,
      'À répartir',
      { awaiting: 1, ready: 0, transmitted: 0 },
    ]);
  });
});

describe('the queues', () => {
  it('count what waits for its paper, what is ready and what has gone; an ended file is in none', async () => {
    const office = await anOffice();
    await office.register('ATTENTE');
    await office.returned('PRÊT');
    const ended = await office.returned('PARTI');
    await office.call('registrations.withdraw', { number: ended, reason: 'Changement de projet' });
    const before = await office.call('portfolios.list', {});
    await office.makeSlip('alimentation');
    const after = await office.call('portfolios.list', {});

    const countsIn = (list: typeof before) =>
      list.map(({ campaignId, queues }) => [campaignId, queues.map(({ desk, counts }) => [desk.id, counts])]);
    expect([countsIn(before), countsIn(after)]).toEqual([
      [['essai-2027', [['alimentation', { awaiting: 1, ready: 1, transmitted: 0 }]]]],
      [['essai-2027', [['alimentation', { awaiting: 1, ready: 0, transmitted: 1 }]]]],
    ]);
  });

  it('are in the order of the paper: by specialty, then by name without its accents', async () => {
    const office = await anOffice();
    await office.returned('Zèbre');
    await office.returned('ÉCLAIR');
    await office.returned('abricot');
    await office.returned('Delta', { 'qualification.specialtyCode': '50022140S' });
    const { ready } = await office.queue('alimentation');
    expect(ready.map(({ specialtyLabel, birthName }) => [specialtyLabel, birthName])).toEqual([
      ['Crémier fromager', 'Delta'],
      ['Pâtissier', 'abricot'],
      ['Pâtissier', 'ÉCLAIR'],
      ['Pâtissier', 'Zèbre'],
    ]);
  });

  it('of a portfolio that is not there are refused', async () => {
    const { failure } = await anOffice();
    const codes = [];
    for (const portfolioId of ['eps', 'inconnu'])
      codes.push((await failure('portfolios.queue', { campaignId: 'essai-2027', portfolioId })).code);
    expect(codes).toEqual(['unknown-portfolio', 'unknown-portfolio']);
  });
});

describe('a transmittal slip', () => {
  it('says who hands what to whom, counts, and leaves a place to sign', async () => {
    const office = await anOffice();
    const first = await office.returned('TÉMOIN');
    await office.returned('EXEMPLE');
    await office.call('pieces.set', { number: first, pieceId: 'identityDocument', state: 'deposited' });

    const { id, slipNumber, entryCount } = await office.makeSlip('alimentation');
    const { pdf, fileName } = await office.call('portfolios.slipPdf', { id });

    const [page = ''] = await pdfTexts(pdf);
    expect({
      slipNumber: /^BT-\d{4}-0001$/.test(slipNumber),
      entryCount,
      fileName,
      absent: [
        slipNumber,
        'vendredi 20 novembre 2026 à 11 h',
        'Remis par Agent Essai, Bureau d’essai (Guichet 1)',
        'À Filière alimentation · 01 99 00 00 03',
        'CAP Pâtissier (50022141S)',
        '01 EXEMPLE Dominique 1 Pièce d’identité',
        '01 TÉMOIN Dominique 2 aucune',
        'Total 2 dossiers',
        'Reçu par (nom, date, signature)',
      ].filter((words) => !page.includes(words)),
    }).toEqual({ slipNumber: true, entryCount: 2, fileName: `bordereau-${slipNumber}.pdf`, absent: [] });
  });

  it('takes each version of a file once: a new version, signed anew, goes on a new slip', async () => {
    const office = await anOffice();
    const number = await office.returned('TÉMOIN');
    await office.makeSlip('alimentation');
    const empty = await office.failure('portfolios.makeSlip', {
      campaignId: 'essai-2027',
      portfolioId: 'alimentation',
    });
    await office.call('registrations.amend', {
      number,
      changes: { 'identification.phone': '06 00 00 00 09' },
    });
    await office.call('returns.record', { number, ...RETURN });
    const { slipNumber } = await office.makeSlip('alimentation');
    const { events } = await office.call('registrations.get', { number });

    expect([
      empty.code,
      slipNumber.slice(-4),
      events.filter(({ kind }) => kind === 'slipIssued').map(({ detail }) => detail['version']),
    ]).toEqual(['slip-empty', '0002', ['01', '02']]);
  });

  it('is kept, listed and printed again as it was', async () => {
    const office = await anOffice();
    await office.returned('TÉMOIN');
    const slip = await office.makeSlip('alimentation');
    await office.call('portfolios.printSlip', { id: slip.id });
    const { pdf } = await office.call('portfolios.slipPdf', { id: slip.id });
    expect([
      await office.call('portfolios.slips', {}),
      office.printed.map((one) => [one.title, Buffer.compare(one.pdf, pdf)]),
    ]).toEqual([[slip], [[`Bordereau ${slip.slipNumber}`, 0]]]);
  });

  it('of many files goes on over pages, each with its number, and forgets nobody', async () => {
    const office = await anOffice();
    const letters = 'ABCDEFGHIJKLMNO';
    const names = ['FICTIF', 'TÉMOIN', 'EXEMPLE'].flatMap((name) =>
      [...letters].map((letter) => `${name}-${letter}`),
    );
    for (const name of names) await office.returned(name);
    const { id } = await office.makeSlip('alimentation');
    const pages = await pdfTexts((await office.call('portfolios.slipPdf', { id })).pdf);
    const text = pages.join(' ');
    expect({
      isLong: pages.length > 1,
      lost: names.filter((name) => !text.includes(name)),
      numbered: pages.map((page, index) => page.includes(`page ${index + 1}/${pages.length}`)),
      total: text.includes('Total 45 dossiers'),
    }).toEqual({ isLong: true, lost: [], numbered: pages.map(() => true), total: true });
  });
});
