import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aClock } from '../../builders/clock.ts';
import {
  createStation,
  openStation,
  type OpenStation,
  type StationPlace,
} from '../../builders/open-station.ts';
import { IN_MEMORY } from '../harness/in-memory.ts';
import { listenToFaultPoints, type FaultPoint } from '#shared/fault-points.ts';

/** Thrown where a process would have died. */
export class Killed extends Error {}

/**
 * A station that is killed and started again within one process: at the chosen point its folder is copied as it is, which is what
 * kill -9 leaves (what a process has written stays with the system), and the station goes on from that copy.
 */
export interface WorldStation {
  open(): OpenStation;
  numbers: string[];
  jumpClock(byMs: number): void;
  /** Does `work`, killed at the point when it passes there. Says whether it was. */
  killedAt(point: FaultPoint, work: (station: OpenStation) => unknown): Promise<boolean>;
  close(): void;
}

/** Made once for each block: a history begins with a copy, and with a centre that has never heard of it. */
const unusedStations = new Map<string, StationPlace>();

function unusedStation(block: string): StationPlace {
  const known = unusedStations.get(block);
  if (known) return known;
  const place = { folder: mkdtempSync(join(IN_MEMORY, 'guichet-unused-')), key: randomBytes(64) };
  createStation(place, { block });
  process.once('exit', () => rmSync(place.folder, { recursive: true, force: true }));
  unusedStations.set(block, place);
  return place;
}

export function openWorldStation(block: string): WorldStation {
  const root = mkdtempSync(join(IN_MEMORY, 'guichet-station-'));
  const clock = aClock();
  let generation = 0;
  const folder = () => join(root, String(generation));
  const { folder: unused, key } = unusedStation(block);
  cpSync(unused, folder(), { recursive: true });
  let station = openStation({ folder: folder(), key }, clock);
  const startAgain = () => {
    const dead = station;
    const deadFolder = folder();
    generation += 1;
    station = openStation({ folder: folder(), key }, clock);
    dead.close();
    rmSync(deadFolder, { recursive: true, force: true });
  };
  return {
    open: () => station,
    numbers: [],
    jumpClock: (byMs) => clock.set(new Date(clock.nowMs() + byMs).toISOString()),
    async killedAt(point, work) {
      let wasKilled = false;
      listenToFaultPoints((passed) => {
        if (passed !== point || wasKilled) return;
        wasKilled = true;
        cpSync(folder(), join(root, String(generation + 1)), {
          recursive: true,
          filter: (name) => !name.endsWith('-shm'),
        });
        throw new Killed(point);
      });
      try {
        await work(station);
      } catch (error) {
        if (!wasKilled) throw error;
      } finally {
        listenToFaultPoints(undefined);
        if (wasKilled) startAgain();
      }
      return wasKilled;
    },
    close() {
      station.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
