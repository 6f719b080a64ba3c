import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { createVault } from './vault.ts';

const clerk = { login: 'agent.essai', passphrase: 'phrase de passe d’essai', training: true };

describe('the vault', () => {
  it('opens with the passphrase, to the same key', async () => {
    const vault = createVault(aFolder(), createFileSecretStore(join(aFolder(), 'station.key')));
    const { databaseKey, commit } = await vault.prepare(clerk);
    commit();
    const opened = await vault.unlock(clerk.login, clerk.passphrase);
    expect(Buffer.from(opened.databaseKey)).toEqual(Buffer.from(databaseKey));
  });

  it('is not a station before its keys are committed', async () => {
    const folder = aFolder();
    const vault = createVault(folder, createFileSecretStore(join(aFolder(), 'station.key')));
    await vault.prepare(clerk);
    expect([vault.describe(), existsSync(join(folder, 'station.json'))]).toEqual([undefined, false]);
  });

  it('answers a wrong passphrase and an unknown login alike', async () => {
    const vault = createVault(aFolder(), createFileSecretStore(join(aFolder(), 'station.key')));
    (await vault.prepare(clerk)).commit();
    const wrongs = [vault.unlock(clerk.login, 'autre phrase'), vault.unlock('inconnu', clerk.passphrase)];
    const codes = (await Promise.allSettled(wrongs)).map((result) =>
      result.status === 'rejected' ? (result.reason as { code: string }).code : 'opened',
    );
    expect(codes).toEqual(['wrong-passphrase', 'wrong-passphrase']);
  });

  it('does not open on another machine, even with the passphrase', async () => {
    const folder = aFolder();
    (
      await createVault(folder, createFileSecretStore(join(aFolder(), 'station.key'))).prepare(clerk)
    ).commit();
    const stolen = createVault(folder, createFileSecretStore(join(aFolder(), 'station.key')));
    await expect(stolen.unlock(clerk.login, clerk.passphrase)).rejects.toMatchObject({
      code: 'sealed-elsewhere',
    });
  });

  it('refuses to make a second station in the same folder', async () => {
    const vault = createVault(aFolder(), createFileSecretStore(join(aFolder(), 'station.key')));
    (await vault.prepare(clerk)).commit();
    await expect(vault.prepare(clerk)).rejects.toMatchObject({ code: 'station-exists' });
  });

  it('holds no passphrase and says so when its header is damaged', async () => {
    const folder = aFolder();
    const vault = createVault(folder, createFileSecretStore(join(aFolder(), 'station.key')));
    (await vault.prepare(clerk)).commit();
    const header = readFileSync(join(folder, 'station.json'), 'utf8');
    writeFileSync(join(folder, 'station.json'), header.slice(0, 40));
    expect(header).not.toContain('phrase');
    expect(() => vault.describe()).toThrow(expect.objectContaining({ code: 'database-damaged' }));
  });
});
