import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { ERROR_CODES } from '#shared/errors.ts';
import { aClock } from '../../tests/builders/clock.ts';
import { anEmptyStation, aStation, PASSPHRASE } from '../../tests/builders/station.ts';

const SETUP = {
  name: 'Guichet 1',
  office: 'Bureau',
  academyCode: '23',
  agentLogin: 'agent.essai',
  passphrase: PASSPHRASE,
};

describe('the core', () => {
  it('answers nothing but set-up while there is no station, nor anything but unlocking while it is locked', async () => {
    const station = anEmptyStation({ clock: aClock('2026-11-20T10:00:00Z', false) });
    const absent = await station.failure('registrations.search', {});
    await station.call('station.setup', SETUP);
    await station.call('session.lock', {});
    const locked = await station.failure('registrations.search', {});
    expect([absent.code, locked.code]).toEqual(['station-absent', 'locked']);
  });

  it('refuses every command of an agent to someone who did not unlock', async () => {
    const station = await aStation();
    await station.call('session.lock', {});
    const agentCommands = Object.entries(contract).filter(([, command]) => command.access === 'agent');
    const codes = await Promise.all(agentCommands.map(async ([name]) => station.core.call(name, {})));
    expect(codes.filter((envelope) => envelope.ok)).toEqual([]);
  });

  it('refuses a wrong passphrase and stays as it was', async () => {
    const station = await aStation();
    await station.call('session.lock', {});
    const error = await station.failure('session.unlock', {
      login: 'agent.essai',
      passphrase: 'pas la bonne',
    });
    expect([error.code, (await station.call('station.status', {})).state]).toEqual([
      'wrong-passphrase',
      'locked',
    ]);
  });

  it('makes no folder when the set-up is refused', async () => {
    const station = anEmptyStation();
    const short = await station.failure('station.setup', { ...SETUP, passphrase: 'court' });
    const nowhere = await station.failure('station.setup', { ...SETUP, academyCode: '98' });
    expect([short.code, nowhere.fields, existsSync(join(station.folder, 'station.json'))]).toEqual([
      'invalid-input',
      [{ path: 'academyCode', code: 'unknown-academy' }],
      false,
    ]);
  });

  it('lets the date be played in a base école only', async () => {
    const real = anEmptyStation({ clock: aClock('2024-11-10T10:00:00Z', true) });
    const error = await real.failure('station.setup', { ...SETUP, training: false });
    expect(error.code).toBe('clock-not-allowed');
  });

  it('knows no other command', async () => {
    const { core } = await aStation();
    expect(await core.call('__proto__', {})).toEqual({ ok: false, error: { code: 'unknown-command' } });
  });

  it('answers hostile payloads with a code of the closed set, whatever the command', async () => {
    const { core } = await aStation();
    const names = Object.keys(contract).filter(
      (name) => !['session.lock', 'sync.run', 'sync.enrol'].includes(name),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything({ maxDepth: 3 }), async (name, payload) => {
        const envelope = await core.call(name, payload);
        if (!envelope.ok) expect(ERROR_CODES).toContain(envelope.error.code);
        expect(envelope.ok || envelope.error.code !== 'internal').toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
