import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StationContext } from '#main/context.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import { appendBlob } from '#main/domains/outbox/index.ts';
import { openReference } from '#main/domains/reference/index.ts';
import { findRegistration, saveAttachment } from '#main/domains/registrations/index.ts';
import { saveNew } from '#main/domains/registrations/save-registration.ts';
import { createClock } from '#main/ports/system-clock.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { benchFolders, databaseKey } from '../register/bench-station.ts';
import { inventedAnswers, inventedNewcomer } from '../register/invented-people.ts';
import { SCAN_BYTES } from './sizes.ts';

/**
 * Registers people and brings back papers at a station, by the functions the desk uses, many in one transaction. A process of its own,
 * so that neither its memory nor its time is counted.
 */
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '' },
    first: { type: 'string', default: '0' },
    registrations: { type: 'string', default: '0' },
    scans: { type: 'string', default: '0' },
  },
});
const BATCH = 1_000;
const registrations = Number(values.registrations);
const scans = Number(values.scans);

const folders = benchFolders(values.folder);
const database = openDatabase(join(folders.data, 'guichet.db'), await databaseKey(folders));
const clock = createClock(undefined);
const files = createFileStore(join(folders.data, 'files'), database, () => clock.nowMs());
const agent = { id: 'mesure', login: 'agent.mesure', name: 'Agent Mesure', role: 'bureauHead' } as const;
const context = { database, files, clock, agent } as unknown as StationContext;
const campaign = findCampaign(context, openReference(), 'training-2027');
if (!campaign) throw new Error('no training campaign');

const numbers: string[] = [];
for (let start = 0; start < registrations; start += BATCH) {
  database.transaction(() => {
    for (let index = start; index < Math.min(start + BATCH, registrations); index += 1) {
      const person = Number(values.first) + index;
      const answers = inventedAnswers(inventedNewcomer(person), person);
      numbers.push(saveNew(context, answers, campaign).registrationNumber);
    }
  });
}
for (let index = 0; index < scans; index += 1) attachScan(numbers[index % numbers.length] ?? '');
database.close();

function attachScan(number: string): void {
  const registration = findRegistration(database, number);
  if (!registration) throw new Error(`no registration ${number}`);
  const file = files.put(new Uint8Array(randomBytes(SCAN_BYTES)), 'image/jpeg');
  const blob = { sha256: file.sha256, size: file.size, type: 'image/jpeg', pages: 1 } as const;
  database.transaction(() => {
    appendBlob(database, blob, file.id);
    saveAttachment(context, registration, { blobs: [blob] });
  });
}
