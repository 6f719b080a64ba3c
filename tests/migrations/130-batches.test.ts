import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 130 keeps the centre the station belongs to, which has told no key for batches yet', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 130);
  migrate(driver, MIGRATIONS.slice(0, before));
  driver.exec(`INSERT INTO central_server (id, url, key_id, public_key, epoch, enrolled_at_ms)
    VALUES (1, 'https://centre.example.org', 'k', x'00', 'e', 5)`);

  migrate(driver);

  const centre = driver
    .prepare('SELECT url, epoch, batch_recipients, former_epochs FROM central_server')
    .all();
  driver.exec(`INSERT INTO batch (id, agent, sealed_at_ms) VALUES ('b', 'Agent Essai', 6);
    INSERT INTO batch_volume (batch_id, number, manifest, signature) VALUES ('b', 1, '{}', x'00');
    INSERT INTO batch_op VALUES ('b', 1, 7);
    INSERT INTO batch_blob VALUES ('b', 1, 0, 'h');
    PRAGMA foreign_keys = ON;
    DELETE FROM batch;`);
  const left = driver
    .prepare('SELECT (SELECT count(*) FROM batch_op) + (SELECT count(*) FROM batch_blob) AS n')
    .all();
  driver.close();
  expect({ centre, left }).toEqual({
    centre: [{ url: 'https://centre.example.org', epoch: 'e', batch_recipients: '[]', former_epochs: '[]' }],
    left: [{ n: 0 }],
  });
});
