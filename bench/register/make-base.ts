import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#main/database/open-database.ts';
import { addRegistration } from './add-registration.ts';
import { benchFolders, databaseKey, setUpStation } from './bench-station.ts';
import { inventedAnswers, inventedPerson } from './invented-people.ts';

/**
 * Fills a real encrypted base: half of the candidates come a second time. A process of its own, so that its memory is not counted.
 * The same store functions as a registration, many in one transaction; nothing is put in the outbox, as if all were acknowledged
 * and old operations gone.
 */

const { values } = parseArgs({
  options: { folder: { type: 'string' }, candidates: { type: 'string' } },
});
const BATCH = 2_000;
const DAY_MS = 86_400_000;
/** So many people register each day. */
const A_DAY = 10_000;
/** The first day of the older session, and of the newer. */
const FIRST_DAY_MS: Readonly<Record<number, number>> = {
  2026: Date.UTC(2024, 10, 4, 9),
  2027: Date.UTC(2026, 2, 2, 9),
};

const folders = benchFolders(values.folder ?? '');
const candidates = Number(values.candidates);
await setUpStation(folders);
const database = openDatabase(join(folders.data, 'guichet.db'), await databaseKey(folders));
for (let first = 0; first < candidates; first += BATCH) {
  database.transaction(() => {
    for (let number = first; number < Math.min(first + BATCH, candidates); number += 1) {
      if (number % 2 === 0) addOne(number, 2026);
      addOne(number, 2027);
    }
  });
  if (first % 50_000 === 0) process.stderr.write(`  ${first} candidats\n`);
}
database.close();

function addOne(number: number, examYear: number): void {
  const createdAtMs = (FIRST_DAY_MS[examYear] ?? 0) + Math.floor(number / A_DAY) * DAY_MS + (number % A_DAY);
  addRegistration(database, inventedAnswers(inventedPerson(number), number), { examYear, createdAtMs });
}
