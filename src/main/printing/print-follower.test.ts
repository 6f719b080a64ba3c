import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { aReadyPrinter } from '../../../tests/builders/printer.ts';
import { createPrintFollower } from './print-follower.ts';
import { insertPrint, setSpoolJob } from './print-store.ts';

it('a base that fails while a print is followed is told of, and still closes', async () => {
  const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  insertPrint(database, {
    ...{ id: 'print-1', title: 'Essai', fileId: null, registrationId: null },
    sentAtMs: 0,
    sentBy: 'agent.essai',
  });
  setSpoolJob(database, 'print-1', { job: 'essai-1', printer: 'essai' });
  const troubles: unknown[] = [];
  const follower = createPrintFollower({
    database,
    printer: aReadyPrinter(() => 1),
    emit: () => undefined,
    onTrouble: (error) => troubles.push(error),
  });
  database.run('ALTER TABLE print RENAME TO print_away');
  follower.wake();
  await expect.poll(() => troubles.length, { timeout: 10_000 }).toBeGreaterThan(1);

  await expect(follower.close()).resolves.toBeUndefined();
});
