import { describe, expect, it } from 'vitest';
import { hasMod97Key } from '#shared/rules/registration-number.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

describe('registering a person', () => {
  it('gives numbers with their key and version 01, and can be read back whole', async () => {
    const { call } = await aStation();
    const answers = anAnswer();
    const numbers = await call('registrations.register', { answers });
    const registration = await call('registrations.get', { number: numbers.registrationNumber });
    expect([
      hasMod97Key(numbers.registrationNumber),
      hasMod97Key(numbers.candidateNumber),
      numbers.version,
    ]).toEqual([true, true, 1]);
    expect([registration.answers, registration.status, registration.syncState]).toEqual([
      answers,
      'awaitingReturn',
      'pending',
    ]);
  });

  it('names every missing and wrong answer at once and saves nothing', async () => {
    const { call, failure } = await aStation();
    const answers = {
      ...anAnswer({ 'identification.birthDate': '1990-02-31', 'identification.email': 'sans arobase' }),
      qualification: {},
    };
    const error = await failure('registrations.register', { answers });
    expect(error.fields.map((problem) => `${problem.path} ${problem.code}`)).toEqual([
      'identification.birthDate impossible-date',
      'identification.email bad-email',
      'qualification.specialtyCode required',
      'qualification.form required',
    ]);
    expect(await call('registrations.search', {})).toEqual([]);
  });

  it('refuses control and bidi characters, a NIR in free text, and fields that are not asked for', async () => {
    const { failure } = await aStation();
    const answers = anAnswer({
      'identification.birthName': 'TÉM\u202eOIN',
      'identification.addressLine1': '1 90 04 06 088 001 23',
      'identification.shoeSize': 42,
      'identification.givenNames': 'x'.repeat(5000),
    });
    const error = await failure('registrations.register', { answers });
    expect(Object.fromEntries(error.fields.map((problem) => [problem.path, problem.code]))).toEqual({
      'identification.birthName': 'forbidden-character',
      'identification.givenNames': 'too-long',
      'identification.addressLine1': 'nir-forbidden',
      'identification.shoeSize': 'unknown-field',
    });
  });

  it('outside the window tells the hour and the rule', async () => {
    const { failure, clock } = await aStation();
    clock.set('2024-12-03T16:00:00Z');
    const answers = anAnswer({
      'candidature.campaignId': 'nice-2025',
      'candidature.exam': 'bp',
      'qualification.specialtyCode': '45033608T',
    });
    const error = await failure('registrations.register', { answers });
    expect([error.code, error.detail]).toEqual(['window-closed', { closedAt: '2024-12-03T17:00' }]);
  });

  it('under an unknown campaign is refused by name', async () => {
    const { failure } = await aStation();
    const error = await failure('registrations.register', {
      answers: anAnswer({ 'candidature.campaignId': 'nulle-part' }),
    });
    expect(error.code).toBe('unknown-campaign');
  });

  it('keeps one candidate number per person and refuses the same exam twice in a session', async () => {
    const { call, failure } = await aStation();
    const first = await call('registrations.register', { answers: anAnswer() });
    const again = await failure('registrations.register', {
      answers: anAnswer({ 'identification.birthName': 'Temoin' }),
    });
    const other = await call('registrations.register', {
      answers: anAnswer({ 'candidature.exam': 'bp', 'qualification.specialtyCode': '45033608T' }),
    });
    expect(again.fields.map((problem) => problem.code)).toEqual(['one-registration-per-exam']);
    expect(other.candidateNumber).toBe(first.candidateNumber);
  });

  it('drops the draft it came from, and only that one', async () => {
    const { call } = await aStation();
    const mine = await call('drafts.save', { answers: { identification: { birthName: 'TÉMOIN' } }, step: 1 });
    await call('drafts.save', { answers: {}, step: 1 });
    await call('registrations.register', { answers: anAnswer(), draftId: mine.id });
    expect((await call('drafts.list', {})).map((draft) => draft.label)).toEqual(['']);
  });

  it('survives the program: what was saved is there after unlocking again', async () => {
    const { call, folder } = await aStation();
    const { registrationNumber } = await call('registrations.register', { answers: anAnswer() });
    await call('session.lock', {});
    await call('session.unlock', { login: 'agent.essai', passphrase: 'une phrase de passe pour essayer' });
    expect([
      folder !== '',
      (await call('registrations.get', { number: registrationNumber })).version,
    ]).toEqual([true, 1]);
  });
});

describe('amending', () => {
  it('makes the next version with a field-by-field history', async () => {
    const { call } = await aStation();
    const { registrationNumber } = await call('registrations.register', { answers: anAnswer() });
    const numbers = await call('registrations.amend', {
      number: registrationNumber,
      changes: { identification: { phone: '06 00 00 00 02' } },
    });
    const { history } = await call('registrations.get', { number: registrationNumber });
    expect([numbers.version, history.map((version) => version.reason), history[1]?.changes]).toEqual([
      2,
      ['registered', 'amended'],
      [{ path: 'identification.phone', before: '+33600000001', after: '+33600000002' }],
    ]);
  });

  it('drops the draft it was typed in, which says what it changes; a refusal keeps it', async () => {
    const { call, failure } = await aStation();
    const { registrationNumber: number } = await call('registrations.register', { answers: anAnswer() });
    const answers = { ...anAnswer({ 'identification.phone': '06 00 00 00 02' }) };
    const { id: draftId } = await call('drafts.save', {
      answers,
      step: 1,
      registrationNumber: number,
      onVersion: 1,
    });
    const changes = { 'identification.phone': '06 00 00 00 02' };
    await failure('registrations.amend', { number, changes, onVersion: 7, draftId });
    const [afterRefusal] = await call('drafts.list', {});
    await call('registrations.amend', { number, changes, onVersion: 1, draftId });
    expect([afterRefusal, await call('drafts.list', {})]).toEqual([
      {
        id: draftId,
        answers,
        step: 1,
        label: 'TÉMOIN Dominique',
        registrationNumber: number,
        onVersion: 1,
        candidate: null,
        savedAtMs: Date.parse('2026-11-20T10:00:00Z'),
      },
      [],
    ]);
  });

  it('is judged by the same rules, and changes nothing when it is refused', async () => {
    const { call, failure } = await aStation();
    const { registrationNumber: number } = await call('registrations.register', { answers: anAnswer() });
    const codes = [
      await failure('registrations.amend', { number, changes: { 'identification.postcode': '6' } }),
      await failure('registrations.amend', { number, changes: { 'candidature.exam': 'bp' } }),
      await failure('registrations.amend', { number, changes: { 'identification.phone': '06 00 00 00 01' } }),
      await failure('registrations.amend', {
        number,
        changes: { 'identification.phone': null },
        onVersion: 7,
      }),
      await failure('registrations.amend', { number: '27 3 5000 000001 00', changes: {} }),
    ].map((error) => error.code);
    expect([codes, (await call('registrations.get', { number })).version]).toEqual([
      ['invalid-input', 'invalid-input', 'nothing-changed', 'stale-version', 'unknown-registration'],
      1,
    ]);
  });
});

describe('finding a registration', () => {
  it('works by folded name, birth date, e-mail and either number', async () => {
    const { call } = await aStation();
    const numbers = await call('registrations.register', { answers: anAnswer() });
    const queries = [
      'temoin d',
      '3/2/1992',
      'DOMINIQUE.TEMOIN@',
      numbers.registrationNumber.slice(0, 9),
      numbers.candidateNumber,
      'inconnu',
    ];
    const found = await Promise.all(
      queries.map(async (query) => (await call('registrations.search', { query })).length),
    );
    expect(found).toEqual([1, 1, 1, 1, 1, 0]);
  });
});
