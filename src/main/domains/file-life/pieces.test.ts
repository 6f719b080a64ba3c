import { describe, expect, it } from 'vitest';
import type { PieceState, RegistrationStatus } from '#shared/contract/registrations.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCounterAgentStation, aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** A roofer of twenty: identity, defence day and R.408 are asked. */
const ROOFER = { 'qualification.specialtyCode': '50023223S', 'identification.birthDate': '2006-05-01' };

async function aFile(station: TestStation, changes: Record<string, unknown> = {}) {
  const answers = { ...anAnswer(changes) };
  const { registrationNumber: number } = await station.call('registrations.register', { answers });
  return {
    number,
    set: (pieceId: string, state: PieceState, reason?: string) =>
      station.call('pieces.set', { number, pieceId, state, reason }),
    returned: () =>
      station.call('returns.record', {
        number,
        modality: 'counter',
        receivedOn: '2026-11-20',
        signed: true,
        dated: true,
      }),
    status: async (): Promise<RegistrationStatus> =>
      (await station.call('registrations.get', { number })).status,
  };
}

describe('a file', () => {
  it('is complete once its last version is signed and every piece accepted or exempted, R.408 under reserve', async () => {
    const station = await aStation();
    const { set, returned, status, number } = await aFile(station, ROOFER);
    const seen = [await status()];
    await set('identityDocument', 'deposited');
    await returned();
    seen.push(await status());
    await set('identityDocument', 'accepted');
    seen.push(await status());
    const { pieces } = await set('defenceDayCertificate', 'exempted', 'Attestation demandée, hors délai');
    seen.push(await status());
    await station.call('registrations.amend', { number, changes: { 'identification.locality': 'Cannes' } });
    seen.push(await status());
    await returned();
    seen.push(await status());
    expect({ seen, pieces: pieces.map(({ id, state, dueOn }) => [id, state, dueOn]) }).toEqual({
      seen: ['awaitingReturn', 'returned', 'returned', 'complete', 'awaitingReturn', 'complete'],
      pieces: [
        ['signedConfirmation', 'accepted', undefined],
        ['identityDocument', 'accepted', undefined],
        ['defenceDayCertificate', 'exempted', undefined],
        ['scaffoldingCertificate', 'awaited', '2099-03-13'],
      ],
    });
  });

  it('keeps who noted a piece, when and why, in its list and in its history', async () => {
    const station = await aStation();
    const { set, number } = await aFile(station);
    const { pieces } = await set('identityDocument', 'rejected', 'Périmée depuis 2019');
    const { events, pieces: shown } = await station.call('registrations.get', { number });
    expect({ piece: pieces[1], shown: shown[1], events }).toEqual({
      piece: shown[1],
      shown: {
        id: 'identityDocument',
        label: 'Pièce d’identité',
        reason: 'Demandée à tous les candidats',
        state: 'rejected',
        stateReason: 'Périmée depuis 2019',
        agent: 'Agent Essai',
        atMs: station.clock.nowMs(),
      },
      events: [
        {
          kind: 'pieceSet',
          detail: { piece: 'Pièce d’identité', state: 'rejected', reason: 'Périmée depuis 2019' },
          agent: 'Agent Essai',
          atMs: station.clock.nowMs(),
        },
      ],
    });
  });

  it('refuses a piece that is not asked, a rejection without a reason, and the signed confirmation', async () => {
    const station = await aStation();
    const { number } = await aFile(station);
    const refusals = [];
    for (const [pieceId, state] of [
      ['photo', 'accepted'],
      ['identityDocument', 'rejected'],
      ['signedConfirmation', 'accepted'],
    ]) {
      const { code, fields } = await station.failure('pieces.set', { number, pieceId, state });
      refusals.push([code, fields]);
    }
    expect(refusals).toEqual([
      ['unknown-piece', []],
      ['invalid-input', [{ path: 'reason', code: 'required' }]],
      ['piece-follows-return', []],
    ]);
  });

  it('tells how a piece was before, and keeps one that is no longer as it was seen', async () => {
    const station = await aStation();
    const { set, number } = await aFile(station);
    await set('identityDocument', 'rejected', 'Périmée depuis 2019');
    const { former } = await set('identityDocument', 'accepted');
    const undo = { number, pieceId: 'identityDocument', state: 'awaited', expected: 'rejected' };
    expect([former, (await station.failure('pieces.set', undo)).code]).toEqual([
      { state: 'rejected', stateReason: 'Périmée depuis 2019' },
      'piece-changed',
    ]);
  });

  it('is exempted from a piece by a supervisor only', async () => {
    const station = await aCounterAgentStation();
    const { number } = await aFile(station);
    const failure = await station.failure('pieces.set', {
      number,
      pieceId: 'identityDocument',
      state: 'exempted',
      reason: 'Déclaration de perte',
    });
    expect(failure.code).toBe('forbidden');
  });

  it('that is locked keeps its pieces until a supervisor unlocks it; an amendment still asks for a new signature', async () => {
    const station = await aStation();
    const { number, set, returned, status } = await aFile(station);
    await set('identityDocument', 'accepted');
    await returned();
    await station.call('pieces.lock', { number });
    const locked = await station.failure('pieces.set', {
      number,
      pieceId: 'identityDocument',
      state: 'awaited',
    });
    await station.call('registrations.amend', { number, changes: { 'identification.locality': 'Cannes' } });
    const amended = await station.call('pieces.list', { number });
    await station.call('pieces.unlock', { number, reason: 'Nouvelle pièce à déposer' });
    await set('identityDocument', 'deposited');
    expect([
      locked.code,
      amended.locked,
      amended.pieces.map(({ state }) => state),
      amended.status,
      await status(),
      (await station.call('registrations.get', { number })).events.map(({ kind }) => kind),
    ]).toEqual([
      'file-locked',
      true,
      ['awaited', 'accepted'],
      'awaitingReturn',
      'awaitingReturn',
      ['pieceSet', 'returnRecorded', 'locked', 'unlocked', 'pieceSet'],
    ]);
  });

  it('is not unlocked by a counter agent', async () => {
    const station = await aCounterAgentStation();
    const { number } = await aFile(station);
    await station.call('pieces.lock', { number });
    expect((await station.failure('pieces.unlock', { number, reason: 'Nouvelle pièce' })).code).toBe(
      'forbidden',
    );
  });

  it('says once that the candidate left with the notice of his specialty (S1-07)', async () => {
    const station = await aStation();
    const { number } = await aFile(station, {
      'qualification.specialtyCode': '50033205T',
      'examPapers.physicalEducation': { status: 'exempt', choices: [] },
    });
    const before = await station.call('pieces.list', { number });
    const title = before.notices[0]?.title ?? '';
    await station.call('pieces.handNotice', { number, title });
    const after = await station.call('pieces.handNotice', { number, title });
    const { events } = await station.call('registrations.get', { number });
    expect([before.notices[0]?.handedBy, after.notices[0]?.handedBy, events.map(({ kind }) => kind)]).toEqual(
      [null, 'Agent Essai', ['noticeHanded']],
    );
  });
});

describe('the files that wait for a control', () => {
  it('are listed by what is to be done: deposited first come, rejected, R.408 missing; never one that ended', async () => {
    const station = await aStation();
    const roofer = await aFile(station, ROOFER);
    const rejected = await aFile(station, { 'identification.givenNames': 'Alix' });
    const ended = await aFile(station, { 'identification.givenNames': 'Sacha' });
    station.clock.set('2026-11-21T10:00:00Z');
    await roofer.set('identityDocument', 'deposited');
    await ended.set('identityDocument', 'deposited');
    await rejected.set('identityDocument', 'rejected', 'Illisible');
    await station.call('registrations.withdraw', { number: ended.number, reason: 'Renonce' });
    const listOf = async (filter: 'toControl' | 'rejected' | 'r408') =>
      station.call('pieces.worklist', { filter });
    const { counts, files } = await listOf('toControl');
    const numbers = [files, (await listOf('rejected')).files, (await listOf('r408')).files].map((list) =>
      list.map((file) => [file.registrationNumber, file.pieceCount]),
    );
    expect({ counts, numbers }).toEqual({
      counts: { toControl: 1, rejected: 1, r408: 1 },
      numbers: [[[roofer.number, 1]], [[rejected.number, 1]], [[roofer.number, 1]]],
    });
  });
});
