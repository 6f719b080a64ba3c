import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';
import { createStation, openStation } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { query } from '../../builders/postgres-query.ts';
import { createRandom } from '../harness/random.ts';
import { recordingEnvironment } from './compile-recorder.ts';
import { readLog, type Step } from './read-log.ts';
import { copyFolder, inodesBelow, rebuildFolder, type Recording, type Tearing } from './rebuild-folder.ts';

export interface CentreRecording extends Recording {
  root: string;
  /** Where in the log a receipt left. */
  promisedAt: number[];
}

const CHILD = fileURLToPath(new URL('../central-process.ts', import.meta.url));

/** Lets a station send to a real centre with its own PostgreSQL, both under the recorder; `program` may be a spoilt copy. */
export async function recordCentre(seed: number, rounds: number, program = CHILD): Promise<CentreRecording> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-power-'));
  const [folder, baseFolder, log] = ['live', 'base', 'log'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const first = startChild(program, [folder]);
  await first.answer();
  await stop(first);
  copyFolder(folder, baseFolder);
  const inodes = inodesBelow(folder);
  const centre = startChild(program, [folder], recordingEnvironment(folder, log));
  const { url, code } = JSON.parse((await centre.answer()) ?? '{}') as { url: string; code: string };
  const random = createRandom(seed);
  const place = { folder: join(root, 'station'), key: random.bytes(64) };
  createStation(place);
  const station = openStation(place);
  await station.enrolAt(url, code);
  for (let round = 1; round <= rounds; round += 1) {
    const number = station.register(round);
    if (round % 3 === 0) station.attach(number, random.bytes(5_000 + random.below(300_000)));
    await station.sync();
  }
  station.close();
  await stop(centre);
  const steps = readLog(log);
  const promisedAt = steps.flatMap((step, place) => (isReceipt(step) ? [place] : []));
  return { root, baseFolder, inodes, steps, promisedAt };
}

function isReceipt(step: Step): boolean {
  return step.kind === 'said' && /^HTTP\/1\.1 2[^]*(ops|blob)-receipt/.test(step.data.toString('utf8'));
}

async function stop(centre: ReturnType<typeof startChild>): Promise<void> {
  centre.process.kill('SIGTERM');
  await centre.finish();
}

/** Cuts the power before a step, starts the real PostgreSQL on what is left, and says which receipts name what is not there. */
export async function absentAtCut(
  recording: CentreRecording,
  options: { cut: number; tearing: Tearing; seed: number },
): Promise<string[]> {
  const folder = join(recording.root, 'cut');
  rebuildFolder(recording, folder, { ...options, random: createRandom(options.seed) });
  const promised = promisesBefore(recording, options.cut);
  const postgres = await startEmbeddedPostgres(folder).catch(String);
  // A centre that does not come back gives nothing back.
  if (typeof postgres === 'string') return [postgres];
  try {
    const rows = async (sql: string) =>
      (await query(postgres.databaseUrl, sql)).map((row) => String(row['id']));
    const ops = new Set(await rows('SELECT op_id AS id FROM op'));
    const blobs = await rows('SELECT sha256 AS id FROM blob');
    return [
      ...[...promised.ops].filter((id) => !ops.has(id)).map((id) => `op ${id}`),
      ...[...promised.blobs].filter((sha256) => !blobs.includes(sha256)).map((sha256) => `scan ${sha256}`),
      ...blobs.filter((sha256) => !isWhole(folder, sha256)).map((sha256) => `bytes of ${sha256}`),
    ];
  } finally {
    await postgres.stop();
  }
}

/** Everything a receipt named in an answer that had left: HTTP only, what goes to PostgreSQL promises nothing. */
function promisesBefore({ steps }: Recording, cut: number): { ops: Set<string>; blobs: Set<string> } {
  const ops = new Set<string>();
  const blobs = new Set<string>();
  for (const step of steps.slice(0, cut)) {
    if (step.kind !== 'said') continue;
    const text = step.data.toString('utf8');
    if (!text.startsWith('HTTP/1.1 2')) continue;
    if (text.includes('"ops-receipt"'))
      for (const [, id = ''] of text.matchAll(/"opId":"([0-9a-f-]{36})"/g)) ops.add(id);
    if (text.includes('"blob-receipt"'))
      for (const [, sha256 = ''] of text.matchAll(/"sha256":"([0-9a-f]{64})"/g)) blobs.add(sha256);
  }
  return { ops, blobs };
}

function isWhole(folder: string, sha256: string): boolean {
  const path = join(folder, 'blobs', sha256.slice(0, 2), sha256);
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}
