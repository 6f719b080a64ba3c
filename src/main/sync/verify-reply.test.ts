import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { keyIdOf, readSigned } from './verify-reply.ts';

const { publicKey } = generateKeyPairSync('ed25519');
const der = publicKey.export({ format: 'der', type: 'spki' });
const server = { keyId: keyIdOf(der), publicKey: der };

it.each([
  ['a number beyond all numbers', '{"b":1e999,"a":1}'],
  ['half of a character', String.raw`{"b":"\ud800","a":1}`],
  ['what is signed by nobody', '{"a":1,"b":2}'],
])('a reply with %s is what no centre says', (_what, payload) => {
  const text = `{"keyId":"${server.keyId}","payload":${payload},"signature":"${'A'.repeat(86)}=="}`;
  expect(() => readSigned({ status: 200, headers: {}, text }, server, z.unknown())).toThrow(
    expect.objectContaining({ code: 'server-nonsense' }),
  );
});
