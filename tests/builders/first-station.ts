import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { migrate } from '#main/database/migrate.ts';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { sealSlot } from '#main/vault/key-slot.ts';
import { aFolder } from './folder.ts';

/** A data folder as the first version of the program made it: one clerk, whose passphrase wraps the database key itself; her base of then. */
export async function aFolderOfTheFirstVersion(
  passphrase: string,
): Promise<{ folder: string; secrets: string }> {
  const folder = join(aFolder(), 'data');
  const secrets = aFolder();
  mkdirSync(folder);
  const [databaseKey, stationSecret] = [randomBytes(32), randomBytes(32)];
  const store = createFileSecretStore(join(secrets, 'station.key'));
  const slot = await sealSlot({ login: 'agent.essai', passphrase, stationSecret, key: databaseKey });
  const header = {
    format: 1,
    training: true,
    stationSecret: Buffer.from(await store.protect(stationSecret)).toString('base64'),
    slots: [slot],
  };
  writeFileSync(join(folder, 'station.json'), JSON.stringify(header));
  const driver = new Driver(join(folder, 'guichet.db'));
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(`key="x'${databaseKey.toString('hex')}'"`);
  driver.pragma('journal_mode=WAL');
  migrate(
    driver,
    MIGRATIONS.filter(({ number }) => number < 150),
  );
  driver.exec(`INSERT INTO agent VALUES ('a', 'agent.essai', 'Agent Essai', 'bureauHead', 1);
    INSERT INTO station (id, station_id, name, office, academy_code, training, block, last_op_hash, signing_key, signing_public_key,
      sheet_key, created_at_ms) VALUES (1, 's', 'Guichet 1', 'Bureau', '23', 1, '5000', '${'0'.repeat(64)}', x'00', x'00', x'00', 1);
    INSERT INTO draft (id, answers, step, label, agent_id, saved_at_ms) VALUES ('d', '{}', 1, 'TÉMOIN Dominique', 'a', 0)`);
  driver.close();
  return { folder, secrets };
}
