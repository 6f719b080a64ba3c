import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { aClock } from '../../../../tests/builders/clock.ts';
import {
  anEmptyStation,
  aStation,
  PASSPHRASE,
  type TestStation,
} from '../../../../tests/builders/station.ts';

const HEAD = { login: 'agent.essai', passphrase: PASSPHRASE };
const MINUTE_MS = 60_000;

describe('wrong passphrases', () => {
  it('cost a growing wait, for a login that exists as for one that does not', async () => {
    const station = await aStation();
    const attempt = async (login: string) => {
      const { code, detail } = await station.failure('session.unlock', { login, passphrase: 'pas la bonne' });
      return [code, detail['seconds'] ? Math.ceil(Number(detail['seconds']) / 30) * 30 : null];
    };
    const answers = { [HEAD.login]: [] as unknown[], 'personne.ici': [] as unknown[] };
    for (const [login, told] of Object.entries(answers)) {
      for (let count = 0; count < 5; count += 1) told.push(await attempt(login));
      told.push(await attempt(login));
    }
    const even = await station.failure('session.unlock', HEAD);
    station.clock.pass(31_000);
    for (const [login, told] of Object.entries(answers))
      told.push(await attempt(login), await attempt(login));
    station.clock.pass(61_000);
    await station.call('session.unlock', HEAD);
    const wrong = ['wrong-passphrase', null];
    const expected = [
      ...Array<unknown>(5).fill(wrong),
      ['too-many-attempts', 30],
      wrong,
      ['too-many-attempts', 60],
    ];
    expect([answers, even.code]).toEqual([
      { [HEAD.login]: expected, 'personne.ici': expected },
      'too-many-attempts',
    ]);
  });

  it('are remembered by the next run of the program, and no date shortens the wait, before or after a restart', async () => {
    const station = await aStation();
    for (let count = 0; count < 5; count += 1)
      await station.failure('session.unlock', { ...HEAD, passphrase: 'pas la bonne' });
    await station.core.close();
    const clock = aClock('2026-11-19T10:00:00Z');
    const run = () => anEmptyStation({ folder: station.folder, secrets: station.secrets, clock });
    const refused = async () => {
      const { code, detail } = await run().failure('session.unlock', HEAD);
      return [code, Number(detail['seconds']) > 15];
    };
    const earlier = await refused();
    clock.set('2026-12-19T10:00:00Z');
    const later = await refused();
    clock.restart(5_000);
    const restarted = await refused();
    clock.pass(31_000);
    const agent = await run().call('session.unlock', HEAD);
    const stillWaits = ['too-many-attempts', true];
    expect([earlier, later, restarted, agent.login]).toEqual([
      stillWaits,
      stillWaits,
      stillWaits,
      HEAD.login,
    ]);
  });

  it('that the former version counted make wait once, not anew at each run of the program', async () => {
    const station = await aStation();
    for (let count = 0; count < 5; count += 1)
      await station.failure('session.unlock', { ...HEAD, passphrase: 'pas la bonne' });
    await station.core.close();
    const ledger = join(station.folder, 'attempts.json');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(/"uptimeMs":[\d.]+/, '"lastAtMs":1'));
    const refused = await anEmptyStation(station).failure('session.unlock', HEAD);
    station.clock.pass(31_000);
    const agent = await anEmptyStation(station).call('session.unlock', HEAD);
    expect([refused.code, agent.login]).toEqual(['too-many-attempts', HEAD.login]);
  });

  it('are forgotten when a head of bureau gives a new passphrase', async () => {
    const station = await aStation();
    const clerk = await anotherClerk(station, 'counterAgent', HEAD);
    for (let count = 0; count < 5; count += 1)
      await station.failure('session.unlock', { login: clerk.own.login, passphrase: 'pas la bonne' });
    const { temporaryPassphrase } = await station.call('clerks.resetPassphrase', { id: clerk.id });
    const agent = await station.call('session.unlock', {
      login: clerk.own.login,
      passphrase: temporaryPassphrase,
    });
    expect(agent.id).toBe(clerk.id);
  });
});

describe('a station left alone', () => {
  it('is locked by the core itself after its idle minutes, whatever is called meanwhile but a touch', async () => {
    const station = await aStation();
    await station.call('station.configureKeys', { idleMinutes: 5, expiryDays: null });
    station.clock.pass(4 * MINUTE_MS);
    await station.call('session.touch', {});
    station.clock.pass(4 * MINUTE_MS);
    await station.call('drafts.list', {});
    station.clock.pass(2 * MINUTE_MS);
    const refused = await station.failure('drafts.list', {});
    const { state, station: told, agent } = await station.call('station.status', {});
    expect([refused.code, state, told, agent, station.events.at(-1)]).toEqual([
      'locked',
      'locked',
      null,
      null,
      'session.changed',
    ]);
  });

  it('finishes the work that runs, refuses everything meanwhile, and gives it back to the same clerk', async () => {
    const station = await aStation();
    const { jobId } = await station.call('safekeeping.verify', {});
    await station.call('session.lock', {});
    const refused = await station.failure('jobs.get', { id: jobId });
    await station.call('session.unlock', HEAD);
    const { state } = await station.call('jobs.get', { id: jobId });
    expect([refused.code, ['running', 'done']]).toEqual([
      'locked',
      expect.arrayContaining([state]) as unknown,
    ]);
  });
});

describe('a station that has met no centre for too long', () => {
  it('opens for a head of bureau only, who lifts it; a date moved back makes it no younger', async () => {
    const station = await aStation();
    const clerk = await anotherClerk(station, 'counterAgent', HEAD);
    await station.call('station.configureKeys', { idleMinutes: 10, expiryDays: 30 });
    await station.core.close();
    await changeBase(
      station,
      `INSERT INTO central_server (id, url, key_id, public_key, epoch, enrolled_at_ms, last_success_ms)
       VALUES (1, 'http://127.0.0.1:9', 'k', x'00', 'e', 0, ${station.clock.nowMs()})`,
    );
    station.clock.set('2026-12-20T10:00:00Z');
    await station.call('session.unlock', clerk.own);
    station.clock.set('2027-01-20T10:00:00Z');
    const refused = await station.failure('session.unlock', clerk.own);
    await station.call('session.unlock', HEAD);
    const { expiredDays } = await station.call('station.status', {});
    station.clock.set('2026-11-21T10:00:00Z');
    const movedBack = await station.failure('session.unlock', clerk.own);
    await station.call('session.unlock', HEAD);
    await station.call('station.liftExpiry', {});
    const agent = await station.call('session.unlock', clerk.own);
    expect([refused.code, refused.detail, expiredDays, movedBack.code, agent.id]).toEqual([
      'slots-expired',
      { days: '61' },
      61,
      'slots-expired',
      clerk.id,
    ]);
  });
});

/** As if the program had done it: the base of a station that is closed. */
async function changeBase({ folder, secrets }: TestStation, sql: string): Promise<void> {
  const vault = createVault(folder, createFileSecretStore(join(secrets, 'station.key')));
  const { databaseKey } = await vault.unlock(HEAD.login, HEAD.passphrase);
  const database = openDatabase(join(folder, 'guichet.db'), databaseKey);
  database.run(sql);
  database.close();
}
