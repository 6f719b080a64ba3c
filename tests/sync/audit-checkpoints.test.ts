import { expect, it } from 'vitest';
import { appendEntries } from '#main/domains/audit/append-entries.ts';
import { verifyChain } from '#main/domains/audit/verify-chain.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { anOfficePerson } from '../builders/office-person.ts';
import { aSyncStation, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

function look({ database, context }: SyncStation, references: readonly string[]): void {
  appendEntries(
    database,
    references.map((reference) => ({
      atMs: context.clock.nowMs(),
      clerkId: 'agent',
      operation: 'registrations.get',
      reference,
      outcome: 'done',
    })),
  );
}

/** What somebody with the key of the base could do: the end is cut off, and others come in its place. */
function rewriteEnd({ database }: SyncStation): void {
  for (const table of ['entry', 'checkpoint'])
    for (const what of ['unchanged', 'kept']) database.run(`DROP TRIGGER audit_${table}_${what}`);
  database.run('DELETE FROM audit_entry WHERE id > 1');
  database.run('DELETE FROM audit_checkpoint');
}

it('the centre keeps where an audit log stood, and an end that was cut off or written anew raises the alarm', async () => {
  const central = await aCentral(postgres);
  const clock = aClock();
  const station = aSyncStation({ clock });
  await station.enrolAt(central);
  look(station, ['a', 'b', 'c']);
  await station.sync();
  look(station, ['d']);
  await station.sync();
  clock.set('2026-12-21T10:00:00Z');
  await station.sync();
  const kept = await central.rows('SELECT entries::int FROM audit_checkpoint ORDER BY entries');
  expect(kept).toEqual([{ entries: 3 }, { entries: 4 }]);
  expect(await verifyChain(station.database)).toMatchObject({
    faultCount: 0,
    checkpoints: 2,
    anchoredEntries: 4,
  });
  await expect(central.rows('DELETE FROM audit_checkpoint')).rejects.toThrow('never changed');

  rewriteEnd(station);
  look(station, ['x', 'y']);
  expect(await verifyChain(station.database)).toMatchObject({ faultCount: 0 });
  await station.sync();

  expect((await verifyChain(station.database)).faults).toEqual([{ kind: 'contradicted', entry: 3 }]);
  expect(await central.rows('SELECT entries::int FROM audit_checkpoint ORDER BY entries')).toEqual(kept);
  const reader = await anOfficePerson(central, 'reader');
  expect((await reader.get('/rectorat')).text).toContain('contredit ce qu’il avait signé : Guichet 1');
  expect((await reader.get('/rectorat/journaux')).text).toContain('Contradictions : 1');
});
