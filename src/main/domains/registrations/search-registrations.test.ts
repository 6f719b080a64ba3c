import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aKey } from '../../../../tests/builders/key.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';
import { NAME_QUERIES } from './search-names.ts';
import { SEARCH_QUERIES } from './search-registrations.ts';

const PEOPLE: Record<string, unknown>[] = [
  {
    'identification.birthName': 'EXEMPLE',
    'identification.givenNames': 'Camille Élodie',
    'identification.birthDate': '1990-04-12',
  },
  {
    'identification.birthName': 'EXEMPLAIRE',
    'identification.givenNames': 'Sacha',
    'identification.birthDate': '1991-05-13',
  },
  {
    'identification.birthName': 'SØRENSEN-FICTIVE',
    'identification.usageName': 'ESSAI',
    'identification.givenNames': 'Maxime',
    'identification.birthDate': '1993-01-02',
    'identification.ministryNumber': '0332 A1',
    'identification.phone': '0692 00 00 01',
  },
];

async function aStationWithPeople() {
  const station = await aStation();
  const numbers: string[] = [];
  for (const [index, changes] of PEOPLE.entries()) {
    const email = `personne${index}@example.org`;
    const answers = anAnswer({ ...changes, 'identification.email': email });
    numbers.push((await station.call('registrations.register', { answers })).registrationNumber);
  }
  return { station, numbers };
}

/** Names found, in order; `~` before one that is not as it was typed. */
async function found(station: TestStation, query: string): Promise<string[]> {
  const rows = await station.call('registrations.search', { query });
  return rows.map((row) => `${row.isApproximate ? '~' : ''}${row.birthName}`);
}

describe('searching a person before creating anything', () => {
  it.each([
    ['the beginning of the birth name', 'exempl', ['EXEMPLAIRE', 'EXEMPLE']],
    ['given name first', 'camille exem', ['EXEMPLE']],
    ['the second given name alone', 'élod', ['EXEMPLE']],
    ['the usage name', 'essai', ['SØRENSEN-FICTIVE']],
    ['a foreign letter typed as a French one', 'sorensen', ['SØRENSEN-FICTIVE']],
    ['a wrong letter', 'exenple', ['~EXEMPLE']],
    ['a missing letter', 'exmple', ['~EXEMPLE']],
    ['a doubled letter', 'exemmple camille', ['~EXEMPLE']],
    ['two swapped letters, while still typing', 'sacha exmepla', ['~EXEMPLAIRE']],
    ['a slip in each word', 'camile exenple', ['~EXEMPLE']],
    ['the birth date', '12/04/1990', ['EXEMPLE']],
    ['the birth date and a mistyped name', 'exenple 12.04.1990', ['EXEMPLE']],
    ['the birth date and another name', 'fictive 12.04.1990', []],
    ['the ministry’s old number', '(0332a1)', ['SØRENSEN-FICTIVE']],
    ['the telephone', '0692000001', ['SØRENSEN-FICTIVE']],
    ['the e-mail, whatever its capitals', 'Personne2@', ['SØRENSEN-FICTIVE']],
    ['somebody else', 'inconnue', []],
    ['signs only', '*"()', []],
  ])('finds by %s', async (_what, query, expected) => {
    const { station } = await aStationWithPeople();
    expect(await found(station, query)).toEqual(expected);
  });

  it('finds by the beginning of the registration number and by the candidate number, spaces aside', async () => {
    const { station, numbers } = await aStationWithPeople();
    const { candidateNumber } = await station.call('registrations.get', { number: numbers[2]! });
    expect([
      await found(station, numbers[1]!.replace(/(...)/g, '$1 ')),
      await found(station, candidateNumber),
      (await found(station, numbers[0]!.slice(0, 7))).length,
    ]).toEqual([['EXEMPLAIRE'], ['SØRENSEN-FICTIVE'], 3]);
  });

  it('puts names as they were typed first, then whole words, then unfinished ones', async () => {
    const { station } = await aStationWithPeople();
    const answers = anAnswer({ 'identification.birthName': 'EXAMPLE' });
    await station.call('registrations.register', { answers });
    expect(await found(station, 'exemple')).toEqual(['EXEMPLE', '~EXAMPLE', '~EXEMPLAIRE']);
  });
});

describe('the queries of the search', () => {
  it('go through an index, never through a whole table', () => {
    const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
    const plans = Object.entries({ ...SEARCH_QUERIES, ...NAME_QUERIES }).map(([name, sql]) => {
      const values = [...sql].filter((sign) => sign === '?').map(() => '');
      const steps = database.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => String(row['detail']));
      return {
        name,
        scans: steps.filter((step) =>
          /^SCAN (?!v VIRTUAL|n VIRTUAL|r USING INDEX registration_created)/.test(step),
        ),
      };
    });
    database.close();
    expect(plans.filter(({ scans }) => scans.length > 0)).toEqual([]);
  });
});
