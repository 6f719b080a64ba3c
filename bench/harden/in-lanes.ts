import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { FiguresDocument } from '../figures.ts';
import type { HardenRow } from './row.ts';

/** What one row gave, by its name. */
export type RowOutcome = Pick<FiguresDocument, 'figures' | 'absent'>;

const PROGRAM = fileURLToPath(new URL('../harden.ts', import.meta.url));
const LANES = 2;

/**
 * Each row in a process of its own, so that one that dies is absent and takes no other with it: those whose figure is a time while nothing
 * else works, then two at a time, in the order given.
 */
export async function measureInLanes(
  rows: readonly HardenRow[],
  words: readonly string[],
): Promise<Map<string, RowOutcome>> {
  const outcomes = new Map<string, RowOutcome>();
  const measure = async ({ name }: HardenRow) => outcomes.set(name, await measureApart(name, words));
  for (const row of rows.filter(({ isTimed }) => isTimed)) await measure(row);
  const waiting = rows.filter(({ isTimed }) => !isTimed);
  const lane = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) await measure(row);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

async function measureApart(name: string, words: readonly string[]): Promise<RowOutcome> {
  const child = spawn(process.execPath, [PROGRAM, '--only', name, '--json', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code, signal]] = await Promise.all([
    text(child.stdout),
    once(child, 'exit') as Promise<[number | null, string | null]>,
  ]);
  try {
    return JSON.parse(said) as FiguresDocument;
  } catch {
    return { figures: [], absent: [{ name, reason: `it died (${String(signal ?? code)})` }] };
  }
}
