import { createHash, createPublicKey, verify } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { AUDITED } from '#shared/audited.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aKey } from '../../../../tests/builders/key.ts';
import { aCounterAgentStation, aStation, type TestStation } from '../../../../tests/builders/station.ts';
import { appendEntries } from './append-entries.ts';
import { createRecorder } from './recorder.ts';
import { purgeOldBlocks } from './retention.ts';
import { verifyChain } from './verify-chain.ts';

const DAY_MS = 24 * 3_600_000;

async function told(station: TestStation): Promise<[string, string | null, string][]> {
  const { entries } = await station.call('audit.list', {});
  return entries
    .map(({ operation, reference, outcome }): [string, string | null, string] => [
      operation,
      reference,
      outcome,
    ])
    .reverse();
}

function aLog(entries: number, options: { stepMs?: number } = {}): OpenDatabase {
  const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  addEntries(database, 0, entries, options.stepMs ?? 1_000);
  return database;
}

function addEntries(database: OpenDatabase, from: number, entries: number, stepMs: number): void {
  database.transaction(() => {
    for (let number = from; number < from + entries; number += 1)
      appendEntries(database, [
        {
          atMs: number * stepMs,
          clerkId: 'c1',
          operation: 'registrations.get',
          reference: `n${number}`,
          outcome: 'done',
        },
      ]);
  });
}

/** What somebody with the key of the base could do to it. */
function tamper(database: OpenDatabase, sql: string): void {
  for (const name of [
    'audit_entry_unchanged',
    'audit_entry_kept',
    'audit_block_unchanged',
    'audit_block_kept',
  ])
    database.run(`DROP TRIGGER IF EXISTS ${name}`);
  database.run(sql);
}

it('every command of the contract has its line', () => {
  expect(Object.keys(AUDITED).sort()).toEqual(Object.keys(contract).sort());
});

it('tells who registered, looked, searched, failed and changed, by identifiers alone', async () => {
  const station = await aStation();
  const { registrationNumber } = await station.call('registrations.register', {
    answers: anAnswer({ 'identification.givenNames': 'Alix' }),
  });
  await station.call('registrations.get', { number: registrationNumber });
  await station.call('registrations.get', { number: registrationNumber });
  await station.call('registrations.search', { query: 'Exemple' });
  await station.failure('registrations.get', { number: 'absent' });
  await station.call('registrations.amend', {
    number: registrationNumber,
    changes: { 'identification.locality': 'Antibes' },
  });
  await station.call('session.lock', {});
  await station.call('session.unlock', {
    login: 'agent.essai',
    passphrase: 'une phrase de passe pour essayer',
  });
  expect(await told(station)).toEqual([
    ['station.setup', null, 'done'],
    ['registrations.register', registrationNumber, 'done'],
    ['registrations.get', registrationNumber, 'done'],
    ['registrations.search', null, 'done'],
    ['registrations.get', 'absent', 'unknown-registration'],
    ['registrations.amend', registrationNumber, 'done'],
    ['session.lock', null, 'done'],
    ['session.unlock', null, 'done'],
  ]);
  expect(await station.call('audit.verify', {})).toMatchObject({ faultCount: 0, entries: 9 });
});

it('tells what a clerk was refused for want of rights, and shows her nothing of the log', async () => {
  const station = await aCounterAgentStation();
  const refused = await station.failure('audit.list', {});
  expect(refused.code).toBe('forbidden');
});

it('a row is neither changed nor taken away, but with its whole block once its time is over', async () => {
  const database = aLog(2_500);
  expect(() => database.run('UPDATE audit_entry SET reference = ? WHERE id = 5', 'x')).toThrow(
    'never changed',
  );
  expect(() => database.run('DELETE FROM audit_entry WHERE id = 5')).toThrow('never shortened');
  expect(() => database.run('DELETE FROM audit_block')).toThrow('never shortened');

  purgeOldBlocks(database, 400 * DAY_MS);

  expect(await verifyChain(database)).toMatchObject({
    entries: 500,
    purged: 2_000,
    blocks: 2,
    faultCount: 0,
  });
  expect(() => database.run('DELETE FROM audit_entry WHERE id > 2000')).toThrow('never shortened');
});

it('a quiet station closes its block after a month, and keeps what is not old enough', async () => {
  const database = aLog(70, { stepMs: DAY_MS });
  purgeOldBlocks(database, 365 * DAY_MS + 40 * DAY_MS);
  expect(await verifyChain(database)).toMatchObject({ entries: 39, purged: 31, faultCount: 0 });
});

it.each([
  ['changed', `UPDATE audit_entry SET reference = 'x' WHERE id = 1500`, [{ kind: 'changed', entry: 1500 }]],
  ['removed', 'DELETE FROM audit_entry WHERE id = 1500', [{ kind: 'removed', entry: 1500 }]],
  [
    're-ordered',
    `UPDATE audit_entry SET reference = CASE id WHEN 1500 THEN 'n1500' ELSE 'n1499' END WHERE id IN (1500, 1501)`,
    [
      { kind: 'changed', entry: 1500 },
      { kind: 'changed', entry: 1501 },
    ],
  ],
  [
    'changed after the last block',
    `UPDATE audit_entry SET outcome = 'x' WHERE id = 2050`,
    [{ kind: 'changed', entry: 2050 }],
  ],
  [
    'purged before its time',
    `UPDATE audit_block SET purged_at_ms = last_at_ms + 1000 WHERE id = 1`,
    [
      { kind: 'removed', entry: 1 },
      { kind: 'unexpected', entry: null },
    ],
  ],
])('verification finds a row that was %s', async (_what, sql, faults) => {
  const database = aLog(2_100);
  tamper(database, sql);
  const found = await verifyChain(database);
  expect({ faults: found.faults, faultCount: found.faultCount }).toEqual({
    faults,
    faultCount: faults.length,
  });
});

it('what was told while the disk was full is written with the next entry', () => {
  const database = aLog(0);
  const full = openDatabase(join(aFolder(), 'guichet.db'), aKey());
  onTestFinished(() => full.close());
  const pages = full.get('PRAGMA page_count')?.['page_count'];
  full.get(`PRAGMA max_page_count = ${Number(pages)}`);
  const recorder = createRecorder();
  const look = (reference: string) => ({
    atMs: 1,
    clerkId: 'c1',
    operation: 'registrations.get',
    reference: reference + 'x'.repeat(5_000),
    outcome: 'done',
  });
  for (const one of ['a', 'b', 'c']) recorder.record(full, 'shows', [look(one)]);
  recorder.record(database, 'shows', [look('d')]);
  const kept = Number(full.get('SELECT count(*) AS n FROM audit_entry')?.['n']);
  const then = database
    .all('SELECT substr(reference, 1, 1) AS r FROM audit_entry ORDER BY id')
    .map(({ r }) => r);
  expect({ total: kept + then.length, last: then.at(-1), waited: then.length > 1 }).toEqual({
    total: 4,
    last: 'd',
    waited: true,
  });
});

it('an export asked for by half a character, which nothing can sign, is an answer to correct', async () => {
  const station = await aStation();
  const { code, fields } = await station.failure('audit.export', { format: 'csv', reference: '\ud83d' });
  expect([code, fields]).toEqual(['invalid-input', [{ path: 'reference', code: 'forbidden-character' }]]);
});

it('an export is signed by the station over its very bytes', async () => {
  const station = await aStation();
  await station.call('registrations.register', { answers: anAnswer({}) });
  for (const format of ['ndjson', 'csv'] as const) {
    const { file, signature, count } = await station.call('audit.export', { format, from: '2000-01-01' });
    const sealed = JSON.parse(Buffer.from(signature.bytes).toString('utf8')) as Record<
      'statement' | 'signature' | 'publicKey',
      string
    >;
    const key = createPublicKey({
      key: Buffer.from(sealed.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const isSigned = verify(
      null,
      Buffer.from(sealed.statement),
      key,
      Buffer.from(sealed.signature, 'base64'),
    );
    const said = JSON.parse(sealed.statement) as { sha256: string; count: number };
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect({ isSigned, sha256: said.sha256, count: said.count }).toEqual({ isSigned: true, sha256, count });
    expect(count).toBeGreaterThan(1);
  }
});
