import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApprovals } from '#main/approvals.ts';
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
import type { Clock } from '#main/ports/clock.ts';
import type { Ports } from '#main/ports/ports.ts';
import type { Safekeeper } from '#main/safekeeping/safekeeper.ts';
import { enrol, runSync } from '#main/sync/index.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import type { SyncSummary } from '#shared/contract/sync.ts';
import { withChanges } from '#shared/rules/answer-changes.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { anAnswer } from './answers.ts';
import { aCampaign } from './campaign.ts';
import { aClock } from './clock.ts';

const AGENT = { id: 'agent', login: 'agent.essai', name: 'Agent Essai', role: 'bureauHead' } as const;

export interface StationPlace {
  folder: string;
  key: Uint8Array;
}

export interface OpenStation {
  database: OpenDatabase;
  context: StationContext;
  stationId: string;
  /** A new registration of a fictitious person; the same `person` is the same name. */
  register(person: number): string;
  /** The new version. */
  amend(number: string, changes: Record<string, unknown>): number;
  /** A paper came back: these bytes wait to be sent. Returns their hash. */
  attach(number: string, content: Uint8Array): string;
  enrolAt(url: string, code: string): Promise<{ block: string }>;
  /** One run, without waiting between attempts. */
  sync(options?: Partial<Parameters<typeof runSync>[1]>): Promise<SyncSummary>;
  close(): void;
}

/** The encrypted base of a station. */
export function databaseFileOf({ folder }: StationPlace): string {
  return join(folder, 'guichet.db');
}

/** A station that nobody has used yet. */
export function createStation(
  place: StationPlace,
  options: { training?: boolean; block?: string } = {},
): void {
  mkdirSync(place.folder, { recursive: true });
  const database = openDatabase(databaseFileOf(place), place.key);
  const station = { name: 'Guichet 1', office: 'Bureau d’essai', academyCode: '23', agent: AGENT };
  insertStation(database, { ...station, training: options.training ?? false }, aClock().nowMs());
  if (options.block) database.run('UPDATE station SET block = ?', options.block);
  database.close();
}

/** The real base, files, outbox and registrations of a station, without the commands around them. */
export function openStation(place: StationPlace, clock: Clock = aClock()): OpenStation {
  const database = openDatabase(databaseFileOf(place), place.key);
  const context: StationContext = {
    database,
    files: createFileStore(join(place.folder, 'files'), database, () => clock.nowMs()),
    agent: AGENT,
    clock,
    // Sending touches neither printer, dialogs nor secrets, and makes no copies.
    ports: {} as Ports,
    jobs: createJobRunner(() => undefined),
    emit: () => undefined,
    prints: { wake: () => undefined, close: () => Promise.resolve() },
    atClose: () => undefined,
    safekeeper: {} as Safekeeper,
    approvals: createApprovals(clock),
  };
  const get = (number: string): StoredRegistration => {
    const registration = findRegistration(database, number);
    if (!registration) throw new Error(`no registration ${number}`);
    return registration;
  };
  return {
    database,
    context,
    stationId: String(database.get('SELECT station_id FROM station')?.['station_id']),
    register: (person) =>
      saveNew(context, anAnswer({ 'identification.givenNames': nameOf(person) }), aCampaign())
        .registrationNumber,
    amend(number, changes) {
      const registration = get(number);
      const answers = withChanges(registration.answers, changes) as Answers;
      return saveVersion(context, registration, answers, 'amended').version;
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
    enrolAt: (url, code) => enrol(context, { serverUrl: url, code }),
    sync: (handle) =>
      runSync(context, {
        signal: new AbortController().signal,
        report: () => undefined,
        retryDelaysMs: [0, 0],
        ...handle,
      }),
    close: () => database.close(),
  };
}

/** A name of letters only, different for each number. */
export function nameOf(person: number): string {
  return `Essai ${person.toString(5).replace(/\d/g, (digit) => 'IVXLC'[Number(digit)] ?? '')}`;
}
