import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const KNOWN = { 'identification.ministryNumber': '0332 001' };

async function causesFor(changes: Record<string, unknown>): Promise<string[][]> {
  const { call } = await aStation();
  await call('registrations.register', { answers: anAnswer(KNOWN) });
  const { likenesses } = await call('registrations.check', { answers: anAnswer(changes) });
  return likenesses.map(({ causes }) => causes);
}

const SOMEBODY = {
  'identification.birthName': 'EXEMPLE',
  'identification.givenNames': 'Camille',
  'identification.birthDate': '1990-04-12',
  'identification.email': 'camille.exemple@example.org',
};

describe('somebody already known is told of', () => {
  it.each([
    [
      'the same identity, accents and e-mail aside',
      {
        ...SOMEBODY,
        'identification.birthName': 'Temoin',
        'identification.givenNames': 'dominique',
        'identification.birthDate': '1992-02-03',
      },
      [['sameIdentity']],
    ],
    [
      'a mistyped name and the same birth date',
      {
        ...SOMEBODY,
        'identification.birthName': 'TÉMION',
        'identification.givenNames': 'Dominique',
        'identification.birthDate': '1992-02-03',
      },
      [['likeName']],
    ],
    [
      'name and given name the wrong way round',
      {
        ...SOMEBODY,
        'identification.birthName': 'DOMINIQUE',
        'identification.givenNames': 'Témoin',
        'identification.birthDate': '1992-02-03',
      },
      [['likeName']],
    ],
    [
      'the same e-mail in capitals',
      { ...SOMEBODY, 'identification.email': 'Dominique.TEMOIN@example.org' },
      [['sameEmail']],
    ],
    [
      'the same number of the ministry, written otherwise',
      { ...SOMEBODY, 'identification.ministryNumber': '(0332001)' },
      [['sameMinistryNumber']],
    ],
    ['everything at once', KNOWN, [['sameIdentity', 'sameEmail', 'sameMinistryNumber']]],
    ['only the birth date', { ...SOMEBODY, 'identification.birthDate': '1992-02-03' }, []],
    [
      'only the name',
      { ...SOMEBODY, 'identification.birthName': 'TÉMOIN', 'identification.givenNames': 'Dominique' },
      [],
    ],
  ])('%s', async (_what, changes, expected) => {
    expect(await causesFor(changes)).toEqual(expected);
  });

  it('while the form is half filled', async () => {
    const { call } = await aStation();
    await call('registrations.register', { answers: anAnswer() });
    const answers = {
      identification: { birthName: 'temoin', givenNames: 'Dominik', birthDate: '1992-02-03' },
    };
    const { likenesses, problems } = await call('registrations.check', {
      answers: { identification: { ...answers.identification, givenNames: 'Dominiqe' } },
    });
    expect([likenesses.map(({ causes }) => causes), problems.length > 0]).toEqual([[['likeName']], true]);
  });

  it('but not of herself, when her own file is changed', async () => {
    const { call } = await aStation();
    const { registrationNumber: number } = await call('registrations.register', { answers: anAnswer() });
    expect((await call('registrations.check', { answers: anAnswer(), number })).likenesses).toEqual([]);
  });
});

describe('which candidate it is', () => {
  const OTHER_EXAM = { 'candidature.exam': 'bp', 'qualification.specialtyCode': '45033608T' };

  it('may be chosen by the clerk: the same person under a number already given', async () => {
    const { call } = await aStation();
    const { candidateNumber } = await call('registrations.register', { answers: anAnswer() });
    const again = await call('registrations.register', {
      answers: anAnswer(OTHER_EXAM),
      candidate: candidateNumber,
    });
    expect(again.candidateNumber).toBe(candidateNumber);
  });

  it('may be somebody else of the same name and birth date, who gets a number of her own', async () => {
    const { call } = await aStation();
    const first = await call('registrations.register', { answers: anAnswer() });
    const namesake = await call('registrations.register', { answers: anAnswer(), candidate: 'new' });
    expect(namesake.candidateNumber === first.candidateNumber).toBe(false);
  });

  it('is refused with another identity than the known one, which only a correction changes (S4-08)', async () => {
    const { call, failure } = await aStation();
    const { candidateNumber: candidate } = await call('registrations.register', { answers: anAnswer() });
    const answers = anAnswer({
      ...OTHER_EXAM,
      'identification.birthName': 'EXEMPLE',
      'identification.ministryNumber': '0332001',
    });
    const unknown = await failure('registrations.register', { answers, candidate: '500000000000' });
    const other = await failure('registrations.register', { answers, candidate });
    expect([unknown.code, other.fields]).toEqual([
      'unknown-candidate',
      [{ path: 'identification.birthName', code: 'identity-frozen' }],
    ]);
  });
});
