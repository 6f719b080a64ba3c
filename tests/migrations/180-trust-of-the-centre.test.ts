import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 180 keeps receipts, unconfirmed, and finds which one stands for which scan', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 180);
  migrate(driver, MIGRATIONS.slice(0, before));
  driver.exec(`INSERT INTO stored_file (id, sha256, size, media_type, data_key, stored_at_ms) VALUES ('f', 'aa', 1, 'image/png', x'00', 0);
    INSERT INTO outbox_blob (sha256, file_id, size, media_type, state) VALUES ('aa', 'f', 1, 'image/png', 'acknowledged'),
      ('bb', 'f', 1, 'image/png', 'pending');
    INSERT INTO receipt (id, subject, content, signature, received_at_ms) VALUES ('r1', 'blob', '{"sha256":"aa"}', x'00', 5),
      ('r2', 'ops', '{"items":[]}', x'00', 6)`);

  migrate(driver, MIGRATIONS.slice(0, before + 1));

  const blobs = driver.prepare('SELECT sha256, receipt_id FROM outbox_blob ORDER BY 1').all();
  const receipts = driver.prepare('SELECT id, confirmed_at_ms, lost_at_ms FROM receipt ORDER BY 1').all();
  driver.close();
  expect({ blobs, receipts }).toEqual({
    blobs: [
      { sha256: 'aa', receipt_id: 'r1' },
      { sha256: 'bb', receipt_id: null },
    ],
    receipts: ['r1', 'r2'].map((id) => ({ id, confirmed_at_ms: null, lost_at_ms: null })),
  });
});
