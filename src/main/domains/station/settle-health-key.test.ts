import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { createVault } from '#main/vault/vault.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { asBefore, HEAD, keyOf, withBase } from '../../../../tests/builders/health.ts';
import { anEmptyStation, aStation } from '../../../../tests/builders/station.ts';
import { findActiveAgent } from './clerk-store.ts';
import { settleHealthKey } from './settle-health-key.ts';

describe('the first health key of a base of before', () => {
  it('is made once: of two programs that open it together, the second has to open what the first made', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await station.call('registrations.register', {
      answers: {
        ...anAnswer({ 'candidature.disability': true, 'candidature.disabilityRequest': 'existing' }),
      },
    });
    const other = await anotherClerk(station, 'counterAgent', HEAD);
    await station.core.close();
    await asBefore(station, [HEAD.login, other.own.login]);

    // The second program asks for the secret of the station, and the first one does all its work meanwhile.
    let meanwhile = () => Promise.resolve();
    const secrets = createFileSecretStore(join(station.secrets, 'station.key'));
    const vault = createVault(station.folder, {
      ...secrets,
      reveal: async (sealed) => {
        await meanwhile();
        return secrets.reveal(sealed);
      },
    });
    const { databaseKey, box } = await vault.unlock(HEAD.login, HEAD.passphrase);
    const database = openDatabase(join(station.folder, 'guichet.db'), databaseKey);
    const agent = findActiveAgent(database, HEAD.login);
    if (!agent) throw new Error('the head of bureau is not there');
    meanwhile = async () => {
      meanwhile = () => Promise.resolve();
      const first = anEmptyStation(station);
      await first.call('session.unlock', other.own);
      await first.core.close();
    };
    const second = await settleHealthKey(
      { vault, clock: station.clock },
      { database, databaseKey, box, agent },
    ).catch((error: unknown) => error);
    database.close();

    const again = anEmptyStation(station);
    await again.call('session.unlock', HEAD);
    const file = await again.call('registrations.get', { number });
    await again.core.close();
    const keys = [await keyOf(station), await keyOf(station, other.own)].map((key) =>
      Buffer.from(key).toString('hex'),
    );
    expect([second, file.answers.candidature.disability, keys[0] === keys[1], keys[0]?.length]).toEqual([
      expect.objectContaining({ code: 'locked' }),
      true,
      true,
      128,
    ]);
  });

  it('seals what an earlier version left in clear beside what it sealed', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await station.call('registrations.register', {
      answers: { ...anAnswer() },
    });
    await station.call('retention.hold', { number, reason: 'Recours : aménagement refusé.' });
    await station.core.close();
    const key = await keyOf(station);
    withBase(station, key, (base) => {
      base.run('UPDATE registration SET hold_reason = unsealed(hold_reason, id)');
      for (const { sql } of MIGRATIONS.filter((one) => one.number === 240)) base.run(sql);
    });
    const again = anEmptyStation(station);
    await again.call('session.unlock', HEAD);
    const [held] = (await again.call('retention.preview', {})).held;
    await again.core.close();
    const lies = withBase(station, key, (base) => base.get('SELECT hold_reason FROM registration'));
    expect([held?.reason, String(lies?.['hold_reason']).includes('aménagement')]).toEqual([
      'Recours : aménagement refusé.',
      false,
    ]);
  });

  it('is not made where something is sealed already, whatever the base and the slots say', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await station.call('registrations.register', {
      answers: { ...anAnswer() },
    });
    await station.core.close();
    const sealing = await keyOf(station);
    await asBefore(station, [HEAD.login]);
    withBase(station, sealing, (base) =>
      base.run('UPDATE registration_version SET answers = sealed(answers, registration_id)'),
    );
    const again = anEmptyStation(station);
    await again.call('session.unlock', HEAD);
    const refused = await again.failure('registrations.get', { number });
    await again.core.close();
    expect([refused.code, (await keyOf(station)).length]).toEqual(['health-reserved', 32]);
  });
});
