import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCentral } from '#central/index.ts';
import { createApp } from '#main/app.ts';
import { createBrowserPorts } from '#main/hosts/browser/adapters/ports.ts';
import { syncSummarySchema, type SyncSummary } from '#shared/contract/sync.ts';
import { SeededRandom } from '#simulator/seeded-random.ts';
import type { Io, UnlockedCore } from '../command.ts';
import { caller } from '../open-core.ts';
import { programVersion } from '../program-version.ts';
import { reportUnexpected } from '../report-unexpected.ts';
import { waitForJob } from '../wait-for-job.ts';
import { compareReadings, type ReadingScore } from './compare-readings.ts';
import { createDemoClock } from './demo-clock.ts';
import { demoWindows, type DemoWindow } from './demo-choices.ts';
import { playWindow, type DemoStage, type PlayedWindow } from './play-window.ts';

export interface DemoResult {
  folder: string;
  seconds: number;
  windows: Omit<PlayedWindow, 'readings'>[];
  score: ReadingScore;
  sync: SyncSummary;
  central: { ops: number; records: number; scans: number; recordsSha256: string };
  stationSha256: string;
  equal: boolean;
}

/** The whole job on a fresh base école, in `folder`: register, print, sign and correct, read back, accept, send, compare. */
export async function runDemo(options: {
  folder: string;
  count: number;
  seed: string;
  io: Io;
}): Promise<DemoResult> {
  const { folder, count, seed, io } = options;
  const startedAtMs = performance.now();
  const folders = {
    sheets: join(folder, 'confirmations'),
    scans: join(folder, 'retours'),
    data: join(folder, 'poste'),
  };
  for (const one of [folders.sheets, folders.scans]) mkdirSync(one, { recursive: true });
  const clock = createDemoClock();
  const nowMs = clock.nowMs();
  const ports = createBrowserPorts({
    version: programVersion(),
    settingsFolder: join(folder, 'cle'),
    host: 'démonstration',
  });
  const core = createApp({ folder: folders.data, ports, clock, onUnexpected: reportUnexpected });
  const station: UnlockedCore = { core, call: caller(core) };
  try {
    await setUp(station);
    const windows = await demoWindows(station, nowMs);
    const stage = { station, clock, random: new SeededRandom(seed), folders, say: io.say };
    const played = await playWindows(stage, windows, count);
    clock.moveTo(nowMs);
    const sent = await sendEverything(station, join(folder, 'central'), io);
    const readings = played.flatMap((window) => window.readings);
    writeFileSync(join(folder, 'lectures.ndjson'), readings.map((pair) => JSON.stringify(pair)).join('\n'));
    return {
      folder,
      seconds: (performance.now() - startedAtMs) / 1000,
      windows: played.map(({ readings: _readings, ...window }) => window),
      score: compareReadings(readings),
      ...sent,
    };
  } finally {
    await core.close();
    // The key of a throw-away station is of no further use.
    rmSync(join(folder, 'cle'), { recursive: true, force: true });
  }
}

/** Shares the people out over the windows, oldest first. */
async function playWindows(stage: DemoStage, windows: DemoWindow[], count: number): Promise<PlayedWindow[]> {
  const played: PlayedWindow[] = [];
  const upTo = (index: number) => Math.floor((index * count) / windows.length);
  for (const [index, window] of windows.entries()) {
    const share = upTo(index + 1) - upTo(index);
    if (share > 0) played.push(await playWindow(stage, window, upTo(index), share));
  }
  return played;
}

async function setUp({ call }: UnlockedCore): Promise<void> {
  await call('station.setup', {
    name: 'Guichet de démonstration',
    office: 'Bureau des examens (démonstration)',
    academyCode: '00',
    agentLogin: 'agent.demo',
    agentName: 'Agent Démonstration',
    passphrase: randomUUID(),
    training: true,
  });
}

async function sendEverything(station: UnlockedCore, dataFolder: string, io: Io) {
  io.say('Serveur central embarqué (PostgreSQL) : démarrage…');
  const central = await startCentral({ dataFolder, training: true });
  try {
    const code = await central.createEnrolmentCode({ label: 'démonstration', validForMs: 3_600_000 });
    await station.call('sync.enrol', { serverUrl: central.url, code });
    const { jobId } = await station.call('sync.run', {});
    const sync = syncSummarySchema.parse(await waitForJob(station, jobId, (job) => io.say(`  ${job.label}`)));
    const { ops, records, blobs, recordsSha256 } = await central.figures();
    const { recordsSha256: stationSha256 } = await station.call('sync.digest', {});
    return {
      sync,
      central: { ops, records, scans: blobs, recordsSha256 },
      stationSha256,
      equal: stationSha256 === recordsSha256,
    };
  } finally {
    await central.close();
  }
}
