import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 150 keeps the only clerk, active, and locks after ten idle minutes', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(
    driver,
    MIGRATIONS.filter(({ number }) => number < 150),
  );
  driver.exec(`INSERT INTO agent VALUES ('a', 'agent.essai', 'Agent Essai', 'bureauHead', 1);
    INSERT INTO station (id, station_id, name, office, academy_code, training, block, last_op_hash, signing_key, signing_public_key,
      sheet_key, created_at_ms) VALUES (1, 's', 'Guichet 1', 'Bureau', '23', 0, '5000', '0', x'00', x'00', x'00', 1)`);

  migrate(driver);

  const row = driver
    .prepare(
      `SELECT a.login, a.role, a.active, a.public_key, a.last_unlock_ms, s.idle_minutes, s.expiry_days, s.expiry_lifted_ms,
         s.latest_seen_ms, s.recovery_public_key FROM agent a, station s`,
    )
    .get();
  driver.close();
  expect(row).toEqual({
    login: 'agent.essai',
    role: 'bureauHead',
    active: 1,
    public_key: null,
    last_unlock_ms: null,
    idle_minutes: 10,
    expiry_days: null,
    expiry_lifted_ms: null,
    latest_seen_ms: 0,
    recovery_public_key: null,
  });
});
