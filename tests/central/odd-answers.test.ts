import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';

const postgres = usePostgres();

it.each([
  ['longer than a database would look it up by', `${randomBytes(8_000).toString('hex')}@example.org`],
  ['with a character that no database keeps', 'a\0b@example.org'],
  ['that is a list', ['a@example.org']],
  ['that is nothing', ''],
])(
  'a file whose e-mail is one %s is taken all the same, and its neighbours with it',
  async (_what, email) => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const odd = station.op({
      changes: [
        { path: 'identification.birthName', before: null, after: 'EXEMPLE' },
        { path: 'identification.email', before: null, after: email },
      ],
    });
    expect(await station.send([first, odd, station.op()])).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await central.rows('SELECT count(*)::int AS files FROM registration')).toEqual([{ files: 3 }]);
  },
);
