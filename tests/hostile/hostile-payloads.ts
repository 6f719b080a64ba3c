import type { z } from 'zod';
import type { Random } from '../faults/harness/random.ts';

/** No path that leads out of the folder of the test: some commands write where they are told. */
const STRANGE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\u202eb',
  '\ud83d',
  'é'.normalize('NFD'),
  '𝕏'.repeat(40),
  "' OR 1=1 --",
  '%" AND x:*',
  '"NEAR(',
  '*',
  '<img src=x onerror=alert(1)>',
  '${7*7}',
  '__proto__',
  'constructor',
  '1'.repeat(15),
  '-1',
  '2027-02-31',
  '9999-12-31',
  '=cmd|calc',
  'x'.repeat(5_000),
  'ſ'.repeat(200),
];
const STRANGE_NUMBERS = [
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  -1,
  0.1,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  5e-324,
];

/** Anything that a frame could carry, and numbers that none can. */
export function anything(random: Random, depth = 0): unknown {
  const leaf = () =>
    random.pick<unknown>([
      null,
      undefined,
      true,
      random.pick(STRANGE_NUMBERS),
      random.pick(STRANGE_TEXTS),
      new Uint8Array(random.below(40)),
    ]);
  if (depth > 2 || random.below(2) === 0) return leaf();
  const members = Array.from({ length: random.below(4) }, () => anything(random, depth + 1));
  if (random.below(12) === 0) return deep(3_000);
  if (random.below(2) === 0) return members;
  const keys = ['__proto__', 'constructor', 'toString', 'number', 'answers', 'id'];
  return Object.defineProperties(
    {},
    Object.fromEntries(members.map((value) => [random.pick(keys), { value, enumerable: true }])),
  );
}

function deep(levels: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

export interface PayloadChances {
  random: Random;
  /** Texts that mean something to this station: numbers, identifiers, dates, paths below a folder that may be written to. */
  known: readonly string[];
  /** Of each value, how often it is not what the schema asks; from 0 to 1. */
  wrong: number;
}

/** The definition that a schema of zod keeps of itself, as far as payloads are made from it. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
  valueType?: z.ZodType;
  getter?: () => z.ZodType;
  entries?: Record<string, string>;
  values?: unknown[];
}

/** A payload that looks like what the schema asks, so that it goes further than its door, with strange values in it. */
export function payloadFor(schema: z.ZodType, chances: PayloadChances): unknown {
  const { random, wrong } = chances;
  if (random.next() < wrong) return anything(random);
  const definition = schema.def as unknown as Definition;
  const inner = definition.innerType ?? definition.in ?? definition.getter?.();
  const ofType: Record<string, () => unknown> = {
    object: () => anObject(definition.shape ?? {}, chances),
    array: () => many(random, () => payloadFor(definition.element as z.ZodType, chances)),
    tuple: () => (definition.items ?? []).map((item) => payloadFor(item, chances)),
    record: () =>
      Object.fromEntries(
        many(random, () => [aText(chances), payloadFor(definition.valueType as z.ZodType, chances)]),
      ),
    union: () => payloadFor(random.pick(definition.options ?? []), chances),
    intersection: () => ({
      ...(payloadFor(definition.left as z.ZodType, chances) as object),
      ...(payloadFor(definition.right as z.ZodType, chances) as object),
    }),
    string: () => aText(chances),
    number: () => random.pick([0, 1, 2, 3, 17, 2027, 1_795_000_000_000, random.pick(STRANGE_NUMBERS)]),
    boolean: () => random.below(2) === 0,
    enum: () => random.pick(Object.values(definition.entries ?? {})),
    literal: () => random.pick(definition.values ?? []),
    null: () => null,
    custom: () => random.bytes(random.below(300)),
    optional: () => (random.below(2) === 0 ? undefined : payloadFor(inner as z.ZodType, chances)),
    default: () => (random.below(2) === 0 ? undefined : payloadFor(inner as z.ZodType, chances)),
    nullable: () => (random.below(3) === 0 ? null : payloadFor(inner as z.ZodType, chances)),
  };
  const make = ofType[definition.type];
  if (make) return make();
  return inner ? payloadFor(inner, chances) : anything(random);
}

function anObject(shape: Record<string, z.ZodType>, chances: PayloadChances): Record<string, unknown> {
  const { random, wrong } = chances;
  const entries = Object.entries(shape)
    .filter(() => random.next() >= wrong / 4)
    .map(([key, member]) => [key, payloadFor(member, chances)] as const)
    .filter(([, value]) => value !== undefined);
  const extra = random.next() < wrong / 4 ? [[random.pick(STRANGE_TEXTS), anything(random)] as const] : [];
  return Object.fromEntries([...entries, ...extra]);
}

function aText({ random, known, wrong }: PayloadChances): string {
  return random.next() < Math.max(wrong, 0.15) ? random.pick(STRANGE_TEXTS) : random.pick(known);
}

function many<T>(random: Random, make: () => T): T[] {
  return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, make);
}
