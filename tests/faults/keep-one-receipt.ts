import { join } from 'node:path';
import { openDatabase } from '#main/database/open-database.ts';
import { keepReceipt } from '#main/domains/outbox/index.ts';

/** Stores one receipt as the station does and says so, for whoever watches the system calls: `keep-one-receipt.ts <folder>`. */
const database = openDatabase(join(process.argv[2] ?? '', 'guichet.db'), new Uint8Array(64));
const signature = new Uint8Array(64);
database.transaction(() =>
  keepReceipt(database, { id: 'essai', subject: 'ops', content: '{}', signature, receivedAtMs: 1 }),
);
process.stdout.write('ACKNOWLEDGED\n');
// Without closing: what closing would write comes too late to count.
process.exit(0);
