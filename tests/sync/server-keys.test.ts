import { join } from 'node:path';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import canonicalize from 'canonicalize';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rotateKeys } from '#central/index.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aBatch, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { sha256 } from '../builders/protocol-station.ts';
import { tlsFiles } from '../builders/tls-files.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import { aProxy } from '../faults/proxy.ts';

const postgres = usePostgres();

async function rotate(central: TestCentral): Promise<string> {
  const { dataFolder, databaseUrl } = central;
  const place = { dataFolder, databaseUrl, blobsFolder: join(dataFolder, 'blobs') };
  const { keyId } = await rotateKeys(place, join(aFolder(), 'sauvegarde.gz'));
  // What a running centre does by itself within half a minute.
  await central.doChores();
  return keyId;
}

function pinned(station: SyncStation): unknown {
  return station.database.get('SELECT key_id FROM central_server')?.['key_id'];
}

describe('F22: a centre that changes its signing key', () => {
  it('is followed from the key that was pinned, over several changes, and receipts of before still count', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    await station.enrolAt(central, proxy.url);
    const [number = ''] = station.register(2);
    station.attach(number, someBytes(1000));
    // The first answer, under the first key, is lost: what comes later is the same receipt, by the key of then.
    await loseAnswer(proxy, station);
    await rotate(central);
    const keyId = await rotate(central);
    station.register();
    const { opsPending, scansPending } = await station.sync();
    expect({
      opsPending,
      scansPending,
      pinned: pinned(station),
      former: station.database.all('SELECT count(*) AS n FROM former_server_key'),
      confirmed: station.database.all('SELECT count(*) AS n FROM receipt WHERE confirmed_at_ms IS NULL'),
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
      privateKeys: await central.rows(`SELECT count(*)::int AS n FROM server_key WHERE private_key <> ''`),
    }).toEqual({
      opsPending: 0,
      scansPending: 0,
      pinned: keyId,
      former: [{ n: 2 }],
      confirmed: [{ n: 0 }],
      same: true,
      privateKeys: [{ n: 1 }],
    });
  });

  it('is followed by key: a batch sealed before is taken in, and its receipt file brings the new key along', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(central);
    station.register();
    const files = await aBatch(station, aFolder());
    const keyId = await rotate(central);
    const [imported] = await takenIn(central, files);
    if (imported) settle(station, imported.receipt);
    expect([pinned(station), station.outbox().map(({ state }) => state)]).toEqual([keyId, ['acknowledged']]);
  });

  it('lets no code of before in, since it names the old key', async () => {
    const central = await aCentral(postgres);
    const code = await central.code();
    await rotate(central);
    const station = aSyncStation();
    const late = await failureOf(() => station.enrolAt({ ...central, code: () => Promise.resolve(code) }));
    await station.enrolAt(central);
    expect(late).toBe('enrolment-refused');
  });
});

describe('a stranger', () => {
  it.each([
    ['who introduces himself', () => aStranger()],
    [
      'who signs his introduction in the name of the pinned key',
      (station: SyncStation) => aStranger(String(pinned(station))),
    ],
  ])('%s is not followed, and nothing is sent', async (_what, stranger) => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(central);
    station.register();
    const before = pinned(station);
    const { url, paths } = await stranger(station);
    station.database.run('UPDATE central_server SET url = ?', url);
    const code = await failureOf(() => station.sync());
    expect([
      code === 'server-changed' || code === 'server-nonsense',
      pinned(station) === before,
      paths.sort(),
    ]).toEqual([true, true, ['/v1/hello', '/v1/keys']]);
  });
});

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code,
  );
}

/** A run whose ops arrive and whose answer does not. */
async function loseAnswer(proxy: Awaited<ReturnType<typeof aProxy>>, station: SyncStation): Promise<void> {
  proxy.breakNext('POST /v1/ops ', { kind: 'loseReply' });
  await station.sync({ retryDelaysMs: [] }).catch(() => undefined);
}

/** Somebody else's centre: its own key, and an introduction it wrote itself, in its own name or in another's. */
async function aStranger(inTheNameOf?: string): Promise<{ url: string; paths: string[] }> {
  const paths: string[] = [];
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const keyId = sha256(spki).slice(0, 16);
  const seal = (payload: Record<string, unknown>, name = keyId) => ({
    keyId: name,
    payload,
    signature: sign(null, Buffer.from(canonicalize(payload) ?? ''), privateKey).toString('base64'),
  });
  const replaces = inTheNameOf ?? keyId;
  const statement = { kind: 'server-key', keyId, publicKey: spki.toString('base64'), replaces, madeAtMs: 1 };
  const server = createServer((request, response) => {
    const path = String(request.url).split('?')[0] ?? '';
    paths.push(path);
    const nonce = request.headers['guichet-nonce'];
    const body =
      path === '/v1/keys' ? { introductions: [seal(statement, replaces)] } : seal({ kind: 'hello', nonce });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths };
}

describe('F23: the centre’s door is not what it was', () => {
  it('a certificate that has expired sends nothing, says so, and all leaves once it is renewed', async () => {
    const [expired, renewed] = [
      tlsFiles('20200101000000Z', '20210101000000Z'),
      tlsFiles('20200101000000Z', '20980101000000Z'),
    ];
    const trusted = getCACertificates();
    setDefaultCACertificates([...trusted, expired.certificate, renewed.certificate]);
    onTestFinished(() => setDefaultCACertificates(trusted));
    const plain = await aCentral(postgres);
    const { dataFolder, databaseUrl } = plain;
    const station = aSyncStation();
    await station.enrolAt(plain);
    station.register();
    const behind = async (tls: typeof expired) => {
      const door = await aCentral(postgres, { dataFolder, databaseUrl, tls });
      station.database.run('UPDATE central_server SET url = ?', door.url);
      return station.sync({ retryDelaysMs: [] });
    };
    await expect(behind(expired)).rejects.toMatchObject({
      code: 'server-unreachable',
      detail: { cause: 'CERT_HAS_EXPIRED' },
    });
    expect(station.outbox().map(({ state }) => state)).toEqual(['pending']);
    expect((await behind(renewed)).opsAccepted).toBe(1);
  });
});
