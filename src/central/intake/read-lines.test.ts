import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { opLine } from '#shared/protocol/requests.ts';
import { canonicalText } from '../canonical.ts';
import { readLines } from './read-lines.ts';

function aSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const current = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const sender = { stationId: randomUUID(), keys: { current, former: [] } };
  const lineOf = (canonical: string) =>
    opLine(canonical, sign(null, Buffer.from(canonical), privateKey).toString('base64'));
  return { sender, lineOf };
}

it('what is signed is the very bytes that came: another writing of the same text is refused, and so is what is no text', async () => {
  const { sender, lineOf } = aSigner();
  // Of no known form: what is proven of a line comes before.
  const canonical = canonicalText({ stationId: sender.stationId, stationSeq: 1, town: 'L’Haÿ-les-Roses 😀' });
  const line = lineOf(canonical);
  const notUtf8 = Buffer.from(line);
  notUtf8[notUtf8.indexOf('H')] = 0xff;
  const given = {
    asSigned: Buffer.from(line),
    escaped: Buffer.from(line.replace('ÿ', '\\u00ff')),
    spaced: Buffer.from(line.replace('{"op":', '{ "op":')),
    changed: Buffer.from(line.replace('Roses', 'Rosas')),
    notUtf8,
    empty: Buffer.alloc(0),
  };

  const body = Buffer.concat(Object.values(given).flatMap((bytes) => [bytes, Buffer.from('\n')]));

  const lines = await readLines(body, sender);

  const reasons = lines.map((read) => ('refused' in read ? read.refused.reason : 'authentic'));
  expect(Object.fromEntries(Object.keys(given).map((name, index) => [name, reasons[index]]))).toEqual({
    asSigned: 'schema-invalid',
    escaped: 'not-canonical',
    spaced: 'not-canonical',
    changed: 'bad-signature',
    notUtf8: 'malformed',
    empty: 'malformed',
  });
});

it('an op nested deeper than whoever walks through it may go is no op, signed or not', async () => {
  const { sender, lineOf } = aSigner();
  const nested = (depth: number) =>
    lineOf(
      `{"changes":${'['.repeat(depth)}${']'.repeat(depth)},"stationId":"${sender.stationId}","stationSeq":1}`,
    );

  const lines = await readLines(
    Buffer.from([63, 64, 5_000, 40_000].map((depth) => `${nested(depth)}\n`).join('')),
    sender,
  );

  expect(lines.map((line) => ('refused' in line ? line.refused.reason : 'authentic'))).toEqual([
    'schema-invalid',
    'malformed',
    'malformed',
    'malformed',
  ]);
});
