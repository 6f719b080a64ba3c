import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StationContext } from '#main/context.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { appendBlob } from '#main/domains/outbox/index.ts';
import {
  findRegistration,
  saveAttachment,
  saveVersion,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { saveNew } from '#main/domains/registrations/save-registration.ts';
import { insertStation } from '#main/domains/station/station-store.ts';
import { createJobRunner } from '#main/jobs/job-runner.ts';
import type { Ports } from '#main/ports/ports.ts';
import { enrol, runSync } from '#main/sync/index.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import type { SyncSummary } from '#shared/contract/sync.ts';
import { withChanges } from '#shared/rules/answer-changes.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { anAnswer } from './answers.ts';
import { aCampaign } from './campaign.ts';
import { aClock } from './clock.ts';
import { aFolder } from './folder.ts';
import { aKey } from './key.ts';
import type { TestCentral } from './central.ts';

export interface SyncStation {
  database: OpenDatabase;
  context: StationContext;
  stationId: string;
  /** The encrypted base, and what opens it. */
  databaseFile: string;
  databaseKey: Uint8Array;
  /** Numbers of new registrations of fictitious people. */
  register(count?: number): string[];
  amend(number: string, changes: Record<string, unknown>): void;
  /** A paper came back: these bytes wait to be sent. Returns their hash. */
  attach(number: string, content: Uint8Array): string;
  enrolAt(central: TestCentral, url?: string): Promise<{ block: string }>;
  /** One run, without waiting between attempts. */
  sync(options?: Partial<Parameters<typeof runSync>[1]>): Promise<SyncSummary>;
  /** Rows of the outbox, in order. */
  outbox(): { state: unknown; verdict: unknown; reason: unknown }[];
  receipts(): string[];
}

/** The real base, files, outbox and registrations of a station, without the commands around them. */
export function aSyncStation(options: { training?: boolean; block?: string } = {}): SyncStation {
  const folder = aFolder();
  const clock = aClock();
  const databaseFile = join(folder, 'guichet.db');
  const databaseKey = aKey();
  const database = openDatabase(databaseFile, databaseKey);
  onTestFinished(() => database.close());
  const agent = { id: 'agent', login: 'agent.essai', name: 'Agent Essai', role: 'bureauHead' } as const;
  const station = {
    name: 'Guichet 1',
    office: 'Bureau d’essai',
    academyCode: '23',
    training: options.training ?? false,
    agent,
  };
  insertStation(database, station, clock.nowMs());
  if (options.block) database.run('UPDATE station SET block = ?', options.block);
  const context: StationContext = {
    database,
    files: createFileStore(join(folder, 'files'), database, () => clock.nowMs()),
    agent,
    clock,
    // Sending touches neither printer, dialogs nor secrets.
    ports: {} as Ports,
    jobs: createJobRunner(() => undefined),
    emit: () => undefined,
    atClose: () => undefined,
  };
  const get = (number: string): StoredRegistration => {
    const registration = findRegistration(database, number);
    if (!registration) throw new Error(`no registration ${number}`);
    return registration;
  };
  let people = 0;
  return {
    database,
    context,
    databaseFile,
    databaseKey,
    stationId: String(database.get('SELECT station_id FROM station')?.['station_id']),
    register(count = 1) {
      const registerOne = () => {
        people += 1;
        const person = { 'identification.givenNames': `Essai ${romanLike(people)}` };
        return saveNew(context, anAnswer(person), aCampaign()).registrationNumber;
      };
      // One transaction around all of them: a test need not wait for an fsync each.
      return database.transaction(() => Array.from({ length: count }, registerOne));
    },
    amend(number, changes) {
      const registration = get(number);
      saveVersion(context, registration, withChanges(registration.answers, changes) as Answers, 'amended');
    },
    attach(number, content) {
      const file = context.files.put(content, 'image/png');
      const blob = { sha256: file.sha256, size: file.size, type: 'image/png', pages: 1 } as const;
      database.transaction(() => {
        appendBlob(database, blob, file.id);
        saveAttachment(context, get(number), { blobs: [blob] });
      });
      return file.sha256;
    },
    enrolAt: async (central, url = central.url) =>
      enrol(context, { serverUrl: url, code: await central.code() }),
    sync: (handle) =>
      runSync(context, {
        signal: new AbortController().signal,
        report: () => undefined,
        retryDelaysMs: [0, 0],
        ...handle,
      }),
    outbox: () =>
      database
        .all('SELECT state, verdict, reason FROM outbox_op ORDER BY station_seq')
        .map(({ state, verdict, reason }) => ({ state, verdict, reason })),
    receipts: () =>
      database.all('SELECT content FROM receipt ORDER BY id').map((row) => String(row['content'])),
  };
}

/** Bytes of a scan, different each time. */
export function someBytes(size = 600_000): Uint8Array {
  return new Uint8Array(randomBytes(size));
}

/** A name of letters only, different for each number. */
function romanLike(number: number): string {
  return number.toString(5).replace(/\d/g, (digit) => 'IVXLC'[Number(digit)] ?? '');
}
