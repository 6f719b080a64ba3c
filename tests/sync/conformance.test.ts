import { createPrivateKey, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import canonicalize from 'canonicalize';
import { expect, it, onTestFinished } from 'vitest';
import { runConformance } from '../../src/cli/conformance/run-conformance.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';

const postgres = usePostgres();

interface Reply {
  status: number;
  payload: Record<string, unknown>;
  receipt: string | undefined;
}

/** What a wrong centre does to the answers of a right one, before it signs them anew with the true key. */
type Lie = (path: string, reply: Reply) => void;

/** A centre in whose place somebody answers who has its key and does one thing wrong. */
async function aLyingCentre(central: TestCentral, lie: Lie): Promise<string> {
  const [row] = await central.rows('SELECT key_id, private_key FROM server_key');
  const der = Buffer.from(String(row?.['private_key']), 'base64');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const seal = (payload: Record<string, unknown>) => ({
    keyId: row?.['key_id'],
    payload,
    signature: sign(null, Buffer.from(canonicalize(payload) ?? ''), key).toString('base64'),
  });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void answer(Buffer.concat(parts)));
    const answer = async (body: Buffer) => {
      const path = String(request.url);
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(
          ([name]) => name !== 'host' && name !== 'connection' && name !== 'content-length',
        ),
      );
      const real = await fetch(central.url + path, {
        method: String(request.method),
        headers: headers as Record<string, string>,
        body: body.length > 0 ? new Uint8Array(body) : null,
      });
      const text = await real.text();
      const signed = text.includes('"payload"')
        ? (JSON.parse(text) as { payload: Record<string, unknown> })
        : undefined;
      const reply: Reply = {
        status: real.status,
        payload: signed?.payload ?? {},
        receipt: real.headers.get('guichet-receipt') ?? undefined,
      };
      lie(path, reply);
      const out: Record<string, string> = {};
      for (const name of ['upload-offset', 'location'])
        if (real.headers.has(name)) out[name] = String(real.headers.get(name));
      if (reply.receipt !== undefined) out['guichet-receipt'] = reply.receipt;
      response
        .writeHead(reply.status, out)
        .end(reply.status === 204 ? undefined : signed ? JSON.stringify(seal(reply.payload)) : text);
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function faultsAt(central: TestCentral, url: string, only = ''): Promise<string[]> {
  const results = await runConformance(url, await central.code(), (name) => name.startsWith(only));
  return results.flatMap(({ name, fault }) => (fault === undefined ? [] : `${name} : ${fault}`));
}

const verdictsOf = ({ payload }: Reply) =>
  payload['verdicts'] as { verdict: string; reason: string | null }[];
const saying =
  (from: string, to: string): Lie =>
  (path, reply) => {
    if (path !== '/v1/ops' || reply.status !== 200) return;
    for (const one of verdictsOf(reply))
      if (one.verdict === from || one.reason === from) Object.assign(one, { verdict: to, reason: null });
  };

/** What is done wrong, the check that must find it, and how. */
const LIES: readonly [string, string, Lie][] = [
  ['answers with an old nonce', 'hello', (_path, { payload }) => void (payload['nonce'] = 'a'.repeat(32))],
  [
    'takes a forged request',
    'requests',
    (_path, reply) => void (reply.status = reply.status === 401 ? 200 : reply.status),
  ],
  [
    'speaks every version',
    'versions',
    (_path, reply) => void (reply.status = reply.status === 426 ? 400 : reply.status),
  ],
  ['says accepted twice', 'ops: accepted', saying('duplicate', 'accepted')],
  [
    'gives no receipts',
    'ops: accepted',
    (path, { payload }) => void (path === '/v1/ops' && (payload['receipts'] = [])),
  ],
  ['applies before its turn', 'ops: what follows', saying('sequence-gap', 'accepted')],
  ['takes what nobody signed', 'ops: one bad line', saying('bad-signature', 'accepted')],
  ['takes another spelling', 'ops: not byte', saying('not-canonical', 'accepted')],
  [
    'changes what it keeps',
    'ops: unknown members',
    (path, reply) => {
      if (path === '/v1/ops' && reply.status === 200)
        for (const one of verdictsOf(reply)) Object.assign(one, { sha256: '0'.repeat(64) });
    },
  ],
  ['gives a number twice', 'numbers', saying('number-taken', 'accepted')],
  ['writes over', 'changes: a value', saying('value-differs', 'accepted')],
  [
    'takes any number of ops',
    'ops: more than 500',
    (_path, reply) => void (reply.status = reply.status === 413 ? 200 : reply.status),
  ],
  [
    'knows what it does not hold',
    'status',
    (path, { payload }) => {
      if (path === '/v1/ops/status')
        payload['known'] = [...(payload['known'] as unknown[]), ...(payload['known'] as unknown[])];
    },
  ],
  [
    'confirms nothing',
    'receipts',
    (path, { payload }) => void (path.endsWith('confirm') && (payload['confirmed'] = [])),
  ],
  ['forgets the receipt of a file', 'files', (_path, reply) => void (reply.receipt = undefined)],
  [
    'has no cursor',
    'changes of others',
    (path, { payload }) => void (path === '/v1/changes' && (payload['cursor'] = '')),
  ],
  ['lets a copied station go on', 'same id', saying('station-suspended', 'accepted')],
];

it('our own centre does all that the protocol says', async () => {
  const central = await aCentral(postgres, { training: true });
  expect(await faultsAt(central, central.url)).toEqual([]);
});

it('a centre that does one thing wrong is found out by the check of that thing', async () => {
  const central = await aCentral(postgres, { training: true });
  const missed: string[] = [];
  for (const [what, name, lie] of LIES) {
    const faults = await faultsAt(central, await aLyingCentre(central, lie), name);
    if (!faults.some((fault) => fault.startsWith(name))) missed.push(`${what}: ${faults.join('; ')}`);
  }
  expect(missed).toEqual([]);
});
