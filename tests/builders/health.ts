import { join } from 'node:path';
import { textOf } from '#main/database/columns.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { SEALED_TABLES } from '#main/database/sealed-columns.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { PASSPHRASE, type TestStation } from './station.ts';

/** Who set the station up. */
export const HEAD = { login: 'agent.essai', passphrase: PASSPHRASE };

/** What a clerk's passphrase opens. */
export async function keyOf(
  { folder, secrets }: TestStation,
  { login, passphrase } = HEAD,
): Promise<Uint8Array> {
  const vault = createVault(folder, createFileSecretStore(join(secrets, 'station.key')));
  return (await vault.unlock(login, passphrase)).databaseKey;
}

/** What the program's own code does with a base and somebody's key; the station is closed. */
export function withBase<T>({ folder }: TestStation, key: Uint8Array, work: (base: OpenDatabase) => T): T {
  const base = openDatabase(join(folder, 'guichet.db'), key);
  try {
    return work(base);
  } finally {
    base.close();
  }
}

/** The folder as the version before this one left it: everything clear, slots that open the base alone. */
export async function asBefore(station: TestStation, logins: readonly string[]): Promise<void> {
  const key = await keyOf(station);
  const sealedFor = withBase(station, key, (base) => {
    for (const { table, place, columns, alike = [] } of SEALED_TABLES)
      for (const column of [...columns, ...alike])
        base.run(`UPDATE ${table} SET ${column} = unsealed(${column}, ${place}) WHERE is_sealed(${column})`);
    base.run(`UPDATE registration SET counter_reason = sealed_reason, sealed_reason = ''`);
    base.run('UPDATE station SET health_check = NULL, health_sealed_at_ms = NULL');
    base.run('UPDATE agent SET health_mark = NULL');
    const rows = base.all('SELECT login, public_key FROM agent');
    return {
      clerks: new Map(
        rows
          .filter((row) => logins.includes(textOf(row, 'login')))
          .map((row) => [
            textOf(row, 'login'),
            { publicKey: row['public_key'] as Uint8Array, databaseKey: key.slice(0, 32) },
          ]),
      ),
      recovery: {
        publicKey: base.get('SELECT recovery_public_key FROM station')?.['recovery_public_key'] as Uint8Array,
        databaseKey: key.slice(0, 32),
      },
    };
  });
  const vault = createVault(station.folder, createFileSecretStore(join(station.secrets, 'station.key')));
  await vault.reseal(sealedFor);
}
