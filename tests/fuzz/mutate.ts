import type { Random } from '../faults/harness/random.ts';

/** What breaks readers: limits of sizes, ends of texts, names that languages keep for themselves, nesting. */
const TOKENS = [
  '-1',
  '0',
  '65535',
  '4294967295',
  '9007199254740993',
  '1e999',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '__proto__',
  'constructor',
  '$bytes',
  '\0',
  '\u202e',
  '\ud83d',
  '"',
  ';',
  '\\',
  '\r\n',
  '../',
  '%00',
  '['.repeat(40),
  'é'.repeat(300),
  '9'.repeat(400),
].map((token) => Buffer.from(token));

const BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x2c];
const MAX_GROWTH = 64 * 1024;

type Mutation = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Uint8Array;

const flipBit: Mutation = (bytes, random) =>
  overwritten(bytes, random, (old) => [old ^ (1 << random.below(8))]);
const setByte: Mutation = (bytes, random) => overwritten(bytes, random, () => [random.pick(BYTES)]);
const setWord: Mutation = (bytes, random) => {
  const value = random.pick([0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, random.below(2 ** 32)]);
  const word = Buffer.alloc(4);
  if (random.below(2) === 0) word.writeUInt32BE(value);
  else word.writeUInt32LE(value);
  return overwritten(bytes, random, () => [...word.subarray(0, random.pick([2, 4]))]);
};
const cut: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));
const remove: Mutation = (bytes, random) => {
  const [from, to] = range(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};
const repeat: Mutation = (bytes, random) => {
  const [from, to] = range(bytes, random);
  const part = bytes.subarray(from, to);
  const times = 1 + random.below(Math.max(1, Math.min(8, Math.floor(MAX_GROWTH / (part.length + 1)))));
  return Buffer.concat([
    bytes.subarray(0, to),
    ...Array.from({ length: times }, () => part),
    bytes.subarray(to),
  ]);
};
const insert: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), random.pick(TOKENS), bytes.subarray(at)]);
};
/** A number in figures becomes another one: sizes and counts of PDF, tar and JSON. */
const changeNumber: Mutation = (bytes, random) => {
  const text = bytes.toString('latin1');
  const numbers = [...text.slice(0, MAX_GROWTH).matchAll(/\d+/g)];
  if (numbers.length === 0) return insert(bytes, random, []);
  const { index, 0: old } = random.pick(numbers);
  const other = random.pick(['0', '-1', '00', '255', '65536', '2147483648', '1e9', '9'.repeat(old.length)]);
  return Buffer.from(text.slice(0, index) + other + text.slice(index + old.length), 'latin1');
};
/** A member of a text in JSON becomes something of another kind. */
const changeMember: Mutation = (bytes, random) => {
  const text = bytes.toString('utf8');
  const values = [...text.slice(0, MAX_GROWTH).matchAll(/(?<=[:[,]\s*)("[^"\\]*"|[\d.]+|true|false|null)/g)];
  if (values.length === 0) return changeNumber(bytes, random, []);
  const { index, 0: old } = random.pick(values);
  const other = random.pick([
    'null',
    '-1',
    '1e308',
    '[]',
    '{}',
    '""',
    'true',
    '{"__proto__":1}',
    '"\\u0000"',
    old + ',' + old,
  ]);
  return Buffer.from(text.slice(0, index) + other + text.slice(index + old.length));
};
const splice: Mutation = (bytes, random, others) => {
  const other = Buffer.from(random.pick([bytes, ...others]));
  const [from, to] = range(other, random);
  const at = random.below(bytes.length + 1);
  return Buffer.concat([
    bytes.subarray(0, at),
    other.subarray(from, Math.min(to, from + MAX_GROWTH)),
    bytes.subarray(at),
  ]);
};

const MUTATIONS = [
  flipBit,
  setByte,
  setWord,
  cut,
  remove,
  repeat,
  insert,
  changeNumber,
  changeMember,
  splice,
];

/** One of the samples with a few things wrong in it; the same random gives the same. */
export function mutated(samples: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = Buffer.from(random.pick(samples));
  for (let left = 1 + random.below(4); left > 0; left -= 1)
    bytes = Buffer.from(random.pick(MUTATIONS)(bytes, random, samples));
  return bytes;
}

function overwritten(bytes: Buffer, random: Random, values: (old: number) => number[]): Buffer {
  const copy = Buffer.from(bytes);
  // The first bytes of a format say most of it.
  const at = random.below(random.below(3) === 0 ? Math.min(64, copy.length) : copy.length);
  values(copy[at] ?? 0).forEach((value, index) => {
    if (at + index < copy.length) copy[at + index] = value;
  });
  return copy;
}

function range(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(random.pick([4, 64, 2_000])))];
}
