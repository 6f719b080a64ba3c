import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { opLine } from '#shared/protocol/requests.ts';
import { canonicalText } from '../canonical.ts';
import { examineLines } from './examine-lines.ts';

function newSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const current = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const sender = { stationId: randomUUID(), keys: { current, former: [] } };
  const line = (town: string) => {
    const canonical = canonicalText({ stationId: sender.stationId, stationSeq: 1, town });
    const signature = sign(null, Buffer.from(canonical), privateKey).toString('base64');
    return `${opLine(canonical, signature)}\n`;
  };
  return { sender, line };
}

it('each body has its own answers, in the order of its lines, also when several are asked at once', async () => {
  const [ours, theirs] = [newSigner(), newSigner()];
  const good = ours.line('L’Haÿ-les-Roses');
  const changed = good.replace('Roses', 'Rosas');
  const thirds = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? changed : good)).join('');

  const examined = await Promise.all([
    examineLines(Buffer.from(good + changed + theirs.line('Essai')), ours.sender, false),
    examineLines(Buffer.alloc(0), ours.sender, false),
    examineLines(Buffer.from(good), { ...ours.sender, keys: theirs.sender.keys }, false),
    examineLines(gzipSync(thirds), ours.sender, true),
  ]);

  const reasons = examined.map((lines) =>
    lines.map((line) => ('refused' in line ? line.refused.reason : 'proven')),
  );
  // Well signed, and of no known form: what comes after the signature is looked at last.
  const everyThird = Array.from({ length: 40 }, (_, index) =>
    index % 3 === 0 ? 'bad-signature' : 'schema-invalid',
  );
  expect(reasons).toEqual([
    ['schema-invalid', 'bad-signature', 'other-station'],
    [],
    ['bad-signature'],
    everyThird,
  ]);
});

it('a body beyond what a request may hold is refused by name, and the one after it is examined', async () => {
  const { sender, line } = newSigner();
  const isCompressed = true;
  const refusal = (body: Uint8Array) => examineLines(body, sender, isCompressed).catch(String);

  const answers = [
    await refusal(gzipSync(Buffer.alloc(MAX_OPS_BYTES + 1))),
    await refusal(gzipSync('\n'.repeat(MAX_OPS_PER_REQUEST + 1))),
    await refusal(Buffer.from('no gzip')),
  ];

  expect(answers).toEqual(['Refusal: too-large', 'Refusal: too-many', 'Refusal: bad-request']);
  expect(await examineLines(gzipSync(line('Essai')), sender, isCompressed)).toHaveLength(1);
});

it('a key that is none is a fault of the centre, told to whoever asked, and the next is answered', async () => {
  const { sender, line } = newSigner();
  const withoutKey = { ...sender, keys: { current: 'none', former: [] } };
  const body = Buffer.from(line('Essai'));

  const [asked, next] = await Promise.allSettled([
    examineLines(body, withoutKey, false),
    examineLines(body, sender, false),
  ]);

  expect(asked.status).toBe('rejected');
  expect(next).toMatchObject({ status: 'fulfilled', value: [{ refused: { reason: 'schema-invalid' } }] });
});
