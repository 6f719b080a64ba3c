import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createStation } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { createRandom } from '../harness/random.ts';
import type { Act, Answer } from '../harness/station-child.ts';
import { missingOf, type Told } from './told.ts';

const CHILD = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));

export interface KillLoop {
  cycles: number;
  acknowledged: number;
  lost: string[];
  /** From the start of the process to its first registration saved, after each kill. */
  usableMs: number[];
}

/** One station, killed as by kill -9 at a moment of chance, again and again: everything it ever told must be there. */
export async function runKillLoop(
  seed: number,
  cycles: number,
  say: (line: string) => void,
): Promise<KillLoop> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-kill-'));
  const random = createRandom(seed);
  const place = { folder: join(root, 'station'), key: Buffer.from(random.bytes(64)) };
  createStation(place);
  const told: Told[] = [];
  const usableMs: number[] = [];
  let person = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const startedAt = performance.now();
    const child = startChild(CHILD, [place.folder, place.key.toString('hex')]);
    await child.answer();
    for (let first = true; ; first = false) {
      person += 1;
      const act: Act = { do: 'register', person };
      const line = await child.ask(act);
      if (line === undefined) break;
      const answer = JSON.parse(line) as Answer;
      if (answer.ok) told.push({ act, value: answer.value });
      if (!first) continue;
      usableMs.push(performance.now() - startedAt);
      void sleep(random.next() * 60).then(() => child.kill());
    }
    await child.ended();
    if (cycle % 100 === 99) say(`${cycle + 1} kills`);
  }
  const lost = missingOf(place, told);
  rmSync(root, { recursive: true, force: true });
  return { cycles, acknowledged: told.length, lost, usableMs };
}
