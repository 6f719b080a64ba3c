import { describe, expect, it } from 'vitest';
import type { CampaignFile } from '#shared/contract/campaign.ts';
import type { LetterKind } from '#shared/contract/letters.ts';
import { letterBatchResultSchema } from '#shared/contract/letters.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { pdfTexts, pdfWords } from '../../../../tests/builders/pdf-text.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** A station with somebody registered under a campaign of its own. */
async function aFile(
  campaign: Partial<CampaignFile> = {},
  answers: Record<string, unknown> = {},
): Promise<
  TestStation & { number: string; issue(kind: LetterKind, forcedReason?: string): Promise<string[]> }
> {
  const station = await aStation();
  await station.call('campaigns.import', { content: JSON.stringify(aCampaign(campaign)) });
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer({ 'candidature.campaignId': 'essai-2027', ...answers }),
  });
  return {
    ...station,
    number,
    issue: async (kind, forcedReason) =>
      pdfTexts((await station.call('letters.issue', { number, kind, forcedReason })).pdf),
  };
}

const RETURN = { modality: 'counter', receivedOn: '2026-11-19', signed: true, dated: true } as const;

describe('a deposit receipt', () => {
  it('says what CRPA R112-5 asks: the day, the service, what came and what is missing', async () => {
    const { call, number, issue } = await aFile({
      service: {
        name: 'Service des examens d’essai',
        addressLines: ['1 rue de l’Essai', '00000 Essai-Ville'],
        phone: '01 99 00 00 00',
      },
    });
    await call('returns.record', { number, ...RETURN });

    const [page = ''] = await issue('depositReceipt');

    expect(
      [
        'Service des examens d’essai',
        '1 rue de l’Essai, 00000 Essai-Ville',
        '01 99 00 00 00',
        'Reçu le jeudi 19 novembre 2026',
        'Remis au guichet',
        'version 01, datée, signée',
        'Documents reçus Confirmation d’inscription datée et signée',
        'Restent à fournir Pièce d’identité',
        'Essai-Ville, le vendredi 20 novembre 2026',
        'Suivi par Agent Essai',
      ].filter((words) => !page.includes(words)),
    ).toEqual([]);
  });

  it('says that a confirmation came after its date', async () => {
    const { call, number, issue, clock } = await aFile({
      windows: [
        {
          exams: ['cap'],
          opensAt: '2020-01-01',
          closesAt: '2026-11-21',
          confirmationReturn: { deadline: { kind: 'afterClosing', days: 3 } },
        },
      ],
    });
    clock.set('2026-12-01T09:00:00Z');
    await call('returns.record', { number, ...RETURN, receivedOn: '2026-12-01' });

    const [page = ''] = await issue('depositReceipt');

    expect([
      page.includes('version 01, datée, signée, après la date limite'),
      page.includes('Date limite de retour mardi 24 novembre 2026'),
    ]).toEqual([true, true]);
  });
});

describe('a reminder', () => {
  it('lists what is missing and what was refused, each with its reason and its day', async () => {
    const { call, number, issue } = await aFile({
      sendsReminders: true,
      cancelsWithoutPieces: true,
      extraPieces: [
        { id: 'stage', label: 'Attestation de stage', reason: 'Spécialité', dueOn: '2027-02-26' },
      ],
    });
    await call('pieces.set', { number, pieceId: 'identityDocument', state: 'deposited' });
    await call('pieces.set', {
      number,
      pieceId: 'identityDocument',
      state: 'rejected',
      reason: 'copie illisible',
    });

    const [page = ''] = await issue('reminder');

    expect(
      [
        'Confirmation d’inscription datée et signée Demandée à tous les candidats',
        'Pièce d’identité Non acceptée : copie illisible',
        'Attestation de stage Spécialité · au plus tard le vendredi 26 février 2027',
        'Au plus tard le vendredi 26 février 2027',
        'Par la poste ou au guichet : Académie d’entraînement, Service des examens d’essai',
        'Sans retour, la candidature est annulée.',
      ].filter((words) => !page.includes(words)),
    ).toEqual([]);
  });

  it('is not sent where the notice says so, unless a supervisor forces it, with a reason that stays', async () => {
    const { call, failure, number } = await aFile();
    const refused = await failure('letters.issue', { number, kind: 'reminder' });
    await call('letters.issue', { number, kind: 'reminder', forcedReason: 'Demandé par le chef de bureau' });
    const { events } = await call('registrations.get', { number });
    expect([
      [refused.code, refused.detail['refusal']],
      events.map(({ kind, detail }) => ({ kind, detail })),
    ]).toEqual([
      ['letter-not-allowed', 'remindersOff'],
      [
        {
          kind: 'letterIssued',
          detail: { kind: 'reminder', rank: '1', forced: 'Demandé par le chef de bureau' },
        },
      ],
    ]);
  });

  it('goes on to a second page when there is much to bring, and loses nothing', async () => {
    const extraPieces = Array.from({ length: 20 }, (_, index) => ({
      id: `piece-${index + 1}`,
      label: `Pièce fictive numéro ${index + 1}, dont l’intitulé est aussi long que ceux des arrêtés`,
      reason: 'Demandée par l’académie d’entraînement à tous les candidats de cette spécialité',
    }));
    const { issue } = await aFile({ sendsReminders: true, extraPieces });

    const pages = await issue('reminder');

    const text = pages.join(' ');
    expect({
      pages: pages.length > 1,
      lost: extraPieces.filter(({ label }) => !text.includes(label)),
      numbered: pages.map((page, index) => page.includes(`page ${index + 1}/${pages.length}`)),
    }).toEqual({ pages: true, lost: [], numbered: pages.map(() => true) });
  });
});

describe('the letters of an end', () => {
  it('say the reason, the rule and the académie’s own ways of appeal', async () => {
    const { texts } = aCampaign();
    const appeal = 'Recours gracieux dans les deux mois, puis médiateur.';
    const { call, number, issue } = await aFile({ texts: { ...texts, appeal } });
    await call('registrations.cancel', { numbers: [number], reason: 'Aucun retour au 7 janvier' });

    const [page = ''] = await issue('cancellation');

    expect(
      ['est annulée', 'Motif Aucun retour au 7 janvier', texts.noReturn, appeal].filter(
        (words) => !page.includes(words),
      ),
    ).toEqual([]);
  });

  it('say nothing of appeals where the académie gives no words for it', async () => {
    const { call, number, issue } = await aFile({ r408DueOn: '2027-03-12' });
    await call('registrations.exclude', { numbers: [number], reason: 'Attestation absente' });

    const [page = ''] = await issue('exclusion');

    expect([
      page.includes('est écartée'),
      page.includes('au plus tard le vendredi 12 mars 2027'),
      page.includes('recours'),
    ]).toEqual([true, true, false]);
  });

  it('a withdrawal is proved, and said to be for good (S4-27)', async () => {
    const { call, number, issue } = await aFile();
    await call('registrations.withdraw', { number, reason: 'Changement de projet' });

    const [page = ''] = await issue('withdrawalProof');

    expect(
      [
        'la candidature de M. TÉMOIN Dominique',
        'Enregistrée le vendredi 20 novembre 2026',
        'ne peut pas être réactivée',
      ].filter((words) => !page.includes(words)),
    ).toEqual([]);
  });
});

describe('a specific notice', () => {
  it('is handed over against a signature (S1-07)', async () => {
    const { issue } = await aFile({
      specificNotices: [
        { specialtyCodes: ['50022141S'], title: 'Note du CAP Pâtissier', url: 'https://example.org/n' },
      ],
    });
    const [page = ''] = await issue('specificNoticeSlip');
    expect(
      [
        'Note du CAP Pâtissier https://example.org/n',
        'cette note m’a été remise',
        'Signature du candidat',
      ].filter((words) => !page.includes(words)),
    ).toEqual([]);
  });
});

describe('on the paper', () => {
  it('the address stands whole in the window of a DL or C5 envelope, even a long one', async () => {
    const { call, number } = await aFile(
      {
        sendsReminders: true,
      },
      {
        'identification.birthName': 'DE LA FICTION-TÉMOIGNAGE-EXEMPLAIRE',
        'identification.givenNames': 'Marie-Dominique Élodie Camille',
        'identification.addressLine1': '127 bis, avenue de l’Exemple-et-des-Témoins-Réunis',
        'identification.addressLine2': 'Bâtiment C, escalier 2, appartement 1234',
        'identification.locality': 'Saint-Exemple-sur-Fiction',
      },
    );
    const { pdf } = await call('letters.issue', { number, kind: 'reminder' });

    const words = await pdfWords(pdf);
    const isIn = ({ xMm, yMm, rightMm, bottomMm }: (typeof words)[number]) =>
      xMm >= 105 && rightMm <= 195 && yMm >= 50 && bottomMm <= 88;
    const inWindow = words.filter(isIn).map(({ text }) => text);
    const beside = words.filter(
      (word) => !isIn(word) && word.rightMm > 105 && word.yMm < 88 && word.bottomMm > 50,
    );
    expect([inWindow.join(' '), beside]).toEqual([
      'M. Marie-Dominique DE LA FICTION-TÉMOIGNAGE-EXEMPLAIRE 127 bis, avenue de l’Exemple-et-des-Témoins-Réunis Bâtiment C, escalier 2, appartement 1234 06000 SAINT-EXEMPLE-SUR-FICTION',
      [],
    ]);
  });

  it('a base école says so on every page', async () => {
    const { issue } = await aFile({ sendsReminders: true });
    const pages = await issue('reminder');
    expect(pages.every((page) => page.includes('BASE ÉCOLE — SANS VALEUR'))).toBe(true);
  });
});

describe('what was issued', () => {
  it('is archived as printed; issued again, it is another letter with its own day', async () => {
    const { call, number, clock, printed } = await aFile({ sendsReminders: true });
    const first = await call('letters.issue', { number, kind: 'reminder' });
    clock.set('2026-11-27T10:00:00Z');
    const second = await call('letters.issue', { number, kind: 'reminder' });
    const { letters } = await call('letters.list', { number });
    await call('letters.print', { id: first.id });

    const reopened = await call('letters.open', { id: first.id });
    const [text = ''] = await pdfTexts(second.pdf);
    expect([
      letters.map(({ rank, fileName, issuedBy }) => [rank, fileName, issuedBy]),
      Buffer.compare(reopened.pdf, first.pdf),
      printed.map(({ title, pdf }) => [title, Buffer.compare(pdf, first.pdf)]),
      text.includes('le vendredi 27 novembre 2026'),
    ]).toEqual([
      [
        [2, `${number}-relance-2.pdf`, 'Agent Essai'],
        [1, `${number}-relance-1.pdf`, 'Agent Essai'],
      ],
      0,
      [[`Relance ${number}`, 0]],
      true,
    ]);
  });

  it('asked for twice at the same moment, by a clerk and by a batch, is two letters', async () => {
    const { call, number } = await aFile();
    await call('returns.record', { number, ...RETURN });
    const order = { number, kind: 'depositReceipt' } as const;
    const issued = await Promise.all([call('letters.issue', order), call('letters.issue', order)]);
    expect(issued.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('is told to the centre, but for a file that ended, of which it takes nothing more', async () => {
    const { call, number, issue } = await aFile({ sendsReminders: true });
    const waiting = async () => (await call('sync.status', {})).opsPending;
    const before = await waiting();
    await issue('reminder');
    const afterReminder = await waiting();
    await call('registrations.withdraw', { number, reason: 'Changement de projet' });
    const afterEnd = await waiting();
    await issue('withdrawalProof');
    expect([afterReminder - before, (await waiting()) - afterEnd]).toEqual([1, 0]);
  });

  it('each file says which letters it may have, and why not the others', async () => {
    const { call, number } = await aFile();
    const { choices } = await call('letters.list', { number });
    expect(choices).toEqual([
      { kind: 'depositReceipt', refusal: 'nothingDeposited' },
      { kind: 'reminder', refusal: 'remindersOff' },
      { kind: 'cancellation', refusal: 'notCancelled' },
      { kind: 'exclusion', refusal: 'notExcluded' },
      { kind: 'withdrawalProof', refusal: 'notWithdrawn' },
      { kind: 'specificNoticeSlip', refusal: 'noSpecificNotice' },
    ]);
  });
});

describe('many letters at once', () => {
  it('are one PDF, each on a sheet of its own; a file that may not have one stops no other', async () => {
    const station = await aFile({ sendsReminders: true });
    const { call, number, printed } = station;
    const other = await call('registrations.register', {
      answers: anAnswer({
        'candidature.campaignId': 'essai-2027',
        'identification.birthName': 'EXEMPLE',
        'identification.birthDate': '1990-04-12',
        'identification.email': 'autre.exemple@example.org',
      }),
    });
    const withdrawn = other.registrationNumber;
    await call('registrations.withdraw', { number: withdrawn, reason: 'Changement de projet' });
    const third = await call('registrations.register', {
      answers: anAnswer({
        'candidature.campaignId': 'essai-2027',
        'identification.birthName': 'FICTIF',
        'identification.birthDate': '1988-04-12',
        'identification.email': 'fictif@example.org',
      }),
    });

    const { jobId } = await call('letters.issueMany', {
      numbers: [number, withdrawn, third.registrationNumber, number],
      kind: 'reminder',
    });
    const { result } = await finishedJob(station, jobId);
    const { batchId, issued, refused } = letterBatchResultSchema.parse(result);
    const batch = await call('letters.openBatch', { id: batchId ?? '' });
    await call('letters.printBatch', { id: batchId ?? '' });

    expect({
      issued,
      refused: refused.map((one) => [one.number, one.code, one.detail['refusal']]),
      fileName: batch.fileName,
      pages: (await pdfTexts(batch.pdf)).map((page) => /TÉMOIN|FICTIF/.exec(page)?.[0] ?? ''),
      printed: printed.map(({ title }) => title),
    }).toEqual({
      issued: [number, third.registrationNumber],
      refused: [[withdrawn, 'letter-not-allowed', 'fileEnded']],
      fileName: 'relance-2.pdf',
      pages: ['TÉMOIN', '', 'FICTIF', ''],
      printed: ['Relance (2)'],
    });
  });
});
