import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

/** The station's clock: 20 November 2026. */
async function problemsOf(changes: Record<string, unknown>): Promise<string[]> {
  const { call } = await aStation();
  const { problems } = await call('registrations.check', { answers: anAnswer(changes) });
  return problems.map(({ path, code }) => `${path.replace('identification.', '')} ${code}`);
}

const ABROAD = {
  'identification.birthCountry': 'DZ',
  'identification.birthCommuneCode': null,
  'identification.birthTown': 'Alger',
  'identification.motherName': 'FICTIVE Maria',
};

describe('an identity that cannot be', () => {
  it.each([
    ['born in 1850', { 'identification.birthDate': '1850-01-01' }, ['birthDate too-old']],
    ['born tomorrow', { 'identification.birthDate': '2026-11-21' }, ['birthDate date-in-future']],
    [
      'born on the last day of four digits',
      { 'identification.birthDate': '9999-12-31' },
      ['birthDate impossible-date'],
    ],
    ['born on 31 February', { 'identification.birthDate': '1990-02-31' }, ['birthDate impossible-date']],
    [
      'born in a commune that is in no list',
      { 'identification.birthCommuneCode': '06999' },
      ['birthCommuneCode unknown-commune'],
    ],
    [
      'born abroad in a French commune',
      { ...ABROAD, 'identification.birthCommuneCode': '06088' },
      ['birthCommuneCode unknown-commune'],
    ],
    [
      'born abroad of nobody',
      { ...ABROAD, 'identification.motherName': null },
      ['fatherName parents-required'],
    ],
    ['of no country', { 'identification.nationality': 'ZZ' }, ['nationality unknown-country']],
    ['reached at no telephone', { 'identification.phone': '06 00 00' }, ['phone bad-phone']],
    [
      'living at a postcode of four figures',
      { 'identification.postcode': '6000' },
      ['postcode bad-postcode'],
    ],
    ['with an INE of twelve characters', { 'identification.ine': '123456789HKK' }, ['ine bad-ine']],
  ])('%s is refused at its field', async (_what, changes, expected) => {
    expect(await problemsOf(changes)).toEqual(expected);
  });
});

describe('an identity that is only rare', () => {
  it.each([
    [
      'born in a commune that no longer exists, by its name',
      { 'identification.birthCommuneCode': null, 'identification.birthTown': 'Ancienne-Commune' },
    ],
    ['born abroad, of a known mother', ABROAD],
    ['with a foreign telephone', { 'identification.phone': '+213 21 00 00 01' }],
    ['with an overseas telephone', { 'identification.phone': '0692 00 00 01' }],
    [
      'with signs of other languages',
      { 'identification.birthName': 'ŁÓDŹ-Ñandú d’Été', 'identification.givenNames': 'Þóra Ş.' },
    ],
  ])('%s is taken', async (_what, changes) => {
    expect(await problemsOf(changes)).toEqual([]);
  });
});

it('no answer of the identity takes 5,000 characters, a control character or a bidi override', async () => {
  const { call } = await aStation();
  const { identification } = anAnswer({
    'identification.usageName': 'ESSAI',
    'identification.ine': '123456789HK',
    'identification.ministryNumber': '0332001',
    'identification.addressLine2': 'Bâtiment A',
    'identification.fatherName': 'FICTIF Claude',
    'identification.motherName': 'FICTIVE Maria',
  });
  const taken: string[] = [];
  for (const bad of ['9'.repeat(5000), 'a\u0007b', 'a\u202eb'])
    for (const field of Object.keys(identification)) {
      const answers = anAnswer({ [`identification.${field}`]: bad });
      const { problems } = await call('registrations.check', { answers });
      if (!problems.some(({ path }) => path === `identification.${field}`)) taken.push(field);
    }
  expect(taken).toEqual([]);
});

it('a telephone is stored in one form and an e-mail is compared without its capitals', async () => {
  const { call } = await aStation();
  const answers = anAnswer({
    'identification.phone': '06.00.00.00.09',
    'identification.email': 'Camille.TEMOIN@Example.org',
  });
  const { registrationNumber: number } = await call('registrations.register', { answers });
  const found = await call('registrations.search', { query: 'camille.temoin@example.org' });
  const { phone, email } = (await call('registrations.get', { number })).answers.identification;
  expect([phone, email, found.length]).toEqual(['+33600000009', 'Camille.TEMOIN@Example.org', 1]);
});

it('a specialty is known in every spelling of the national lists, and stored in one', async () => {
  const { call } = await aStation();
  const { registrationNumber: number } = await call('registrations.register', {
    answers: anAnswer({ 'qualification.specialtyCode': '500-23223 s', 'examPapers.languages': {} }),
  });
  const { answers } = await call('registrations.get', { number });
  expect(answers.qualification.specialtyCode).toBe('50023223S');
});
