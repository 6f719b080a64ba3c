import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, openForRepair } from '#main/database/open-database.ts';
import { databaseFileOf } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { createRandom } from '../harness/random.ts';
import { recordingEnvironment } from './compile-recorder.ts';
import type { Cut } from './cut-points.ts';
import { readLog } from './read-log.ts';
import { copyFolder, inodesBelow, rebuildFolder, type Recording } from './rebuild-folder.ts';

interface MigrationRecording extends Recording {
  root: string;
  key: Buffer;
  promisedAt: number[];
}

const CHILD = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));
/** A program of some months ago: lists, letters and batches, and nothing of what came after. */
const OLD_VERSION = 130;
const KEPT = 'gardée';

/** Lets a new program open the base of an old one under the recorder. */
export async function recordMigration(seed: number): Promise<MigrationRecording> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-power-'));
  const place = { folder: join(root, 'live'), key: Buffer.from(createRandom(seed).bytes(64)) };
  const baseFolder = join(root, 'base');
  const log = join(root, 'log');
  mkdirSync(join(place.folder, 'files'), { recursive: true });
  const old = openForRepair(databaseFileOf(place), place.key, OLD_VERSION);
  old.run(
    'INSERT INTO campaign (id, content, imported_at_ms, imported_by) VALUES (?, ?, 0, ?)',
    KEPT,
    '',
    '',
  );
  old.close();
  copyFolder(place.folder, baseFolder);
  const inodes = inodesBelow(place.folder);
  const words = [place.folder, place.key.toString('hex')];
  const child = startChild(CHILD, words, recordingEnvironment(place.folder, log));
  await child.answer();
  await child.kill();
  return { root, key: place.key, baseFolder, inodes, steps: readLog(log), promisedAt: [] };
}

/** Cuts the power before a step; the new program opens what is left. Answers its version, and what the old base held. */
export function openedAfterCut(recording: MigrationRecording, cut: Cut): { version: unknown; kept: unknown } {
  const place = { folder: join(recording.root, 'cut'), key: recording.key };
  rebuildFolder(recording, place.folder, { ...cut, random: createRandom(cut.seed) });
  const database = openDatabase(databaseFileOf(place), place.key);
  try {
    return {
      version: database.get('PRAGMA user_version')?.['user_version'],
      kept: database.get('SELECT id FROM campaign')?.['id'],
    };
  } finally {
    database.close();
  }
}
