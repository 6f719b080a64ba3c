import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Clock } from '#main/ports/clock.ts';
import { aFolder } from './folder.ts';
import { aKey } from './key.ts';
import type { TestCentral } from './central.ts';
import { createStation, databaseFileOf, openStation, type OpenStation } from './open-station.ts';

export interface SyncStation extends Omit<OpenStation, 'register' | 'enrolAt' | 'close'> {
  /** The encrypted base, and what opens it. */
  databaseFile: string;
  databaseKey: Uint8Array;
  /** Numbers of new registrations of fictitious people. */
  register(count?: number): string[];
  enrolAt(central: TestCentral, url?: string): Promise<{ block: string }>;
  /** Rows of the outbox, in order. */
  outbox(): { state: unknown; verdict: unknown; reason: unknown }[];
  receipts(): string[];
}

/** A station in a folder of its own, that goes away with the test. */
export function aSyncStation(
  options: { training?: boolean; block?: string; clock?: Clock } = {},
): SyncStation {
  const place = { folder: aFolder(), key: aKey() };
  createStation(place, options);
  const station = openStation(place, options.clock);
  const { database } = station;
  onTestFinished(() => station.close());
  let people = 0;
  const registerOne = () => {
    people += 1;
    return station.register(people);
  };
  return {
    ...station,
    databaseFile: databaseFileOf(place),
    databaseKey: place.key,
    // One transaction around all of them: a test need not wait for an fsync each.
    register: (count = 1) => database.transaction(() => Array.from({ length: count }, registerOne)),
    enrolAt: async (central, url = central.url) => station.enrolAt(url, await central.code()),
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
