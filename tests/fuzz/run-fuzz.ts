import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Parser } from './parser.ts';
import { PLACE_BYTES } from './play-input.ts';

/** One parser's part of a run. */
export interface FuzzPlan {
  parser: string;
  count: number;
}

/** A parser's part of so many inputs of all parsers together. */
export function shared({ name, share }: Pick<Parser, 'name' | 'share'>, total: number): FuzzPlan {
  return { parser: name, count: Math.ceil((total * share) / 100) };
}

export interface FuzzFailure {
  parser: string;
  seed: number;
  index: number;
  kind: 'thrown' | 'crash' | 'hang';
  error: string;
  /** Some samples bear the moment and chance of their making: the bytes themselves are kept, not the seed alone. */
  input: Uint8Array;
}

export interface FuzzOutcome {
  /** Inputs that came to an end, by parser. */
  played: Map<string, { read: number; refused: number; thrown: number }>;
  failures: FuzzFailure[];
  /** Of the process that read them. */
  peakMiB: number;
}

const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('thrown'),
    parser: z.string(),
    index: z.number(),
    error: z.string(),
    input: z.base64(),
  }),
  z.object({ kind: z.literal('played'), parser: z.string(), read: z.number(), refused: z.number() }),
  z.object({ kind: z.literal('ended'), peakMiB: z.number() }),
]);
type Line = z.infer<typeof lineSchema>;

/** An input that takes longer has hung: the slowest sound one takes a hundred times less on a machine that has nothing else to do. */
const HUNG_AFTER_MS = 60_000;

/** Plays inputs in a process of their own, which may die of them or stop answering: it is begun again behind the input that did it. */
export async function runFuzz(
  plans: readonly FuzzPlan[],
  seed: number,
  hungAfterMs: number = HUNG_AFTER_MS,
): Promise<FuzzOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-fuzz-place-'));
  const outcome: FuzzOutcome = {
    played: new Map(plans.map(({ parser }) => [parser, { read: 0, refused: 0, thrown: 0 }])),
    failures: [],
    peakMiB: 0,
  };
  const note = (line: Line) => noteLine(outcome, seed, line);
  let left = plans.map(({ parser, count }) => ({ parser, from: 0, to: count }));
  while (left.length > 0) {
    const placeFile = join(folder, 'place');
    const death = await playUntilDeath({ seed, placeFile, left, hungAfterMs, note });
    if (!death) break;
    const place = readFileSync(placeFile);
    const [parser = '', index = ''] = place.toString('latin1', 0, PLACE_BYTES).trim().split(':');
    // Dead before the first input: a defect of the harness, not of a parser.
    if (index === '') throw new Error(`the fuzzing process does not start: ${death.error}`);
    outcome.failures.push({
      parser,
      seed,
      index: Number(index),
      input: place.subarray(PLACE_BYTES),
      ...death,
    });
    const at = left.findIndex((plan) => plan.parser === parser);
    left = left.slice(at).map((plan, rank) => (rank === 0 ? { ...plan, from: Number(index) + 1 } : plan));
  }
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

function noteLine(outcome: FuzzOutcome, seed: number, line: Line): void {
  if (line.kind === 'ended') {
    outcome.peakMiB = Math.max(outcome.peakMiB, line.peakMiB);
    return;
  }
  const counts = outcome.played.get(line.parser);
  if (!counts) return;
  if (line.kind === 'thrown') {
    counts.thrown += 1;
    const { parser, index, kind, error, input } = line;
    outcome.failures.push({ parser, seed, index, kind, error, input: Buffer.from(input, 'base64') });
  } else {
    counts.read += line.read;
    counts.refused += line.refused;
  }
}

interface Leg {
  seed: number;
  placeFile: string;
  left: readonly { parser: string; from: number; to: number }[];
  hungAfterMs: number;
  note(line: Line): void;
}

/** Undefined when everything was played. */
async function playUntilDeath({
  seed,
  placeFile,
  left,
  hungAfterMs,
  note,
}: Leg): Promise<Pick<FuzzFailure, 'kind' | 'error'> | undefined> {
  const script = new URL('./fuzz-process.ts', import.meta.url).pathname;
  const plans = left.map(({ parser, from, to }) => `${parser}:${from}:${to}`);
  const child = spawn(process.execPath, [script, String(seed), placeFile, ...plans], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-2_000)));
  createInterface({ input: child.stdout }).on('line', (line) => note(lineSchema.parse(JSON.parse(line))));
  let isHung = false;
  let before = '';
  const watch = setInterval(() => {
    const now = placeIn(placeFile);
    isHung ||= now !== '' && now === before;
    before = now;
    if (isHung) child.kill('SIGKILL');
  }, hungAfterMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (isHung) return { kind: 'hang', error: `no end within ${hungAfterMs} ms` };
  return code === 0 ? undefined : { kind: 'crash', error: `exit code ${code} ${said}` };
}

function placeIn(file: string): string {
  try {
    return readFileSync(file, 'latin1').slice(0, PLACE_BYTES);
  } catch {
    return '';
  }
}
