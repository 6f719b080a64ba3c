import { createInterface } from 'node:readline';
import { writeBatch } from '../../builders/batches.ts';
import { join } from 'node:path';
import { destroyRegistration } from '#main/domains/privacy/destroy-registration.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { makeSnapshot } from '#main/safekeeping/make-snapshot.ts';
import { openStation } from '../../builders/open-station.ts';
import { createRandom } from './random.ts';

/**
 * A station in a process of its own, to be killed: `station-child.ts <folder> <key>`. One act by line on standard input, one
 * line of answer: what a clerk would see.
 */
export type Act =
  | { do: 'register'; person: number }
  | { do: 'amend'; number: string; locality: string }
  | { do: 'scan'; number: string; seed: number; size: number }
  | { do: 'accept'; number: string; seed: number; size: number }
  | { do: 'purge'; number: string }
  | { do: 'snapshot'; atMs: number }
  | { do: 'enrol'; url: string; code: string }
  | { do: 'batch'; folder: string; batchId?: string; volumeBytes?: number }
  | { do: 'sync' };

export type Answer = { ok: true; value: string } | { ok: false; error: string };

const [folder = '', key = ''] = process.argv.slice(2);
const station = openStation({ folder, key: Buffer.from(key, 'hex') });

async function perform(act: Act): Promise<string> {
  switch (act.do) {
    case 'register':
      return station.register(act.person);
    case 'amend':
      return String(station.amend(act.number, { 'identification.locality': act.locality }));
    case 'scan':
      return station.attach(act.number, createRandom(act.seed).bytes(act.size));
    case 'accept':
      // It needs half the program: a station that is killed at once must not wait for it.
      return (await import('./accept-scan.ts')).acceptScan(
        station,
        act.number,
        createRandom(act.seed).bytes(act.size),
      );
    case 'purge':
      return purge(act.number);
    case 'snapshot': {
      const order = {
        folder: join(folder, 'snapshots'),
        key: Buffer.from(key, 'hex'),
        kind: 'asked',
      } as const;
      return makeSnapshot(station.database, { ...order, nowMs: act.atMs }).name;
    }
    case 'enrol':
      return (await station.enrolAt(act.url, act.code)).block;
    case 'batch': {
      const { files } = await writeBatch(station, act);
      return JSON.stringify(files);
    }
    case 'sync':
      return JSON.stringify(await station.sync());
  }
}

/** As a purge under a visa does: one transaction, then the files whose keys went with it. */
function purge(number: string): string {
  const { database, files } = station.context;
  const id = findRegistration(database, number)?.id ?? '';
  const { fileIds } = database.transaction(() =>
    destroyRegistration(database, id, { words: new Set(), references: new Set() }),
  );
  fileIds.forEach((file) => files.discard(file));
  return number;
}

process.stdout.write(`${JSON.stringify({ ok: true, value: station.stationId } satisfies Answer)}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  let answer: Answer;
  try {
    answer = { ok: true, value: await perform(JSON.parse(line) as Act) };
  } catch (error) {
    answer = { ok: false, error: String((error as { code?: unknown }).code ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
station.close();
