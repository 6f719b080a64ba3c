import { createRandom } from '../faults/harness/random.ts';
import { mutated } from './mutate.ts';
import type { Parser, ReadyParser } from './parser.ts';

/** Of the name of an input, before its bytes, where a process says what it is at. */
export const PLACE_BYTES = 60;

/** The input of this place of a run: the same for the same seed, whatever was played before it. */
export function inputAt({ samples }: ReadyParser, name: string, seed: number, index: number): Uint8Array {
  let mixed = seed >>> 0;
  for (const character of `${name}:${index}`)
    mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return mutated(samples, createRandom(mixed));
}

/** How an input ended: read, refused in the parser's own words, or a defect. */
export type Ending = { kind: 'read' } | { kind: 'refused' } | { kind: 'thrown'; error: string };

export async function playInput({ parse, isRefusal }: ReadyParser, input: Uint8Array): Promise<Ending> {
  try {
    await parse(input);
    return { kind: 'read' };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused' };
    return { kind: 'thrown', error: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
  }
}

/** The parser with its samples, once the first of them was read: otherwise everything would be refused for nothing. */
export async function prepared(parser: Parser): Promise<ReadyParser> {
  const ready = await parser.prepare();
  const [first] = ready.samples;
  if (first) await ready.parse(first);
  return ready;
}
