import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aKey } from '../../../../tests/builders/key.ts';
import { createStation, openStation } from '../../../../tests/builders/open-station.ts';

const KEYS = 'campaign_id, exam, specialty_code, status, created_by, counter_reason';
const place = fc.nat({ max: 6 });
const value = fc.constantFrom('a', 'b', 'c');

it('files that are alike stay counted, whatever is registered, changed and destroyed', () => {
  const station = { folder: aFolder(), key: aKey() };
  createStation(station);
  const { database, register, close } = openStation(station);
  let person = 0;
  const acts = fc.oneof(
    fc.record({ act: fc.constant('register' as const) }),
    fc.record({
      act: fc.constant('change' as const),
      place,
      column: fc.constantFrom(...KEYS.split(', ')),
      value,
    }),
    fc.record({ act: fc.constant('destroy' as const), place }),
  );
  // References are the business of a purge.
  database.run('PRAGMA foreign_keys=OFF');
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 12 }), (history) => {
      for (const step of history) {
        const at = 'place' in step ? step.place : 0;
        const row = database.get('SELECT id FROM registration ORDER BY id LIMIT 1 OFFSET ?', at);
        if (step.act === 'register') register((person += 1));
        else if (step.act === 'change')
          database.run(
            `UPDATE registration SET ${step.column} = ? WHERE id = ?`,
            step.value,
            String(row?.['id']),
          );
        else database.run('DELETE FROM registration WHERE id = ?', String(row?.['id']));
      }
      const counted = database.all(
        `SELECT ${KEYS}, count(*) AS files FROM registration GROUP BY ${KEYS} ORDER BY ${KEYS}`,
      );
      expect(database.all(`SELECT * FROM registration_tally ORDER BY ${KEYS}`)).toEqual(counted);
    }),
    { numRuns: 25 },
  );
  close();
});
