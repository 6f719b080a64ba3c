import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { aBatch, refusalsOf, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { forkKey } from '../builders/forked-key.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import {
  openedBatch,
  opsListed,
  recipientOf,
  sealedBatch,
  withManifest,
  type Entries,
} from './harness/forge-batch.ts';

const postgres = usePostgres();

async function aCounter(central: TestCentral): Promise<{ station: SyncStation; file: string }> {
  const station = aSyncStation();
  await station.enrolAt(central);
  const [number = ''] = station.register(2);
  station.attach(number, someBytes(5_000));
  const [file = ''] = await aBatch(station, aFolder());
  return { station, file };
}

/** Why a forged volume is refused, what was noted of it, and what came in. */
async function brought(central: TestCentral, entries: Entries, recipient?: string): Promise<unknown> {
  const path = join(aFolder(), 'forge.lot');
  await sealedBatch(path, entries, recipient ?? (await recipientOf(central)));
  const [refusal] = await refusalsOf(central, [path]);
  const events = await central.rows('SELECT code FROM security_event ORDER BY id');
  const { ops, blobs } = await central.figures();
  return { refusal, events: events.map(({ code }) => code), ops, blobs };
}

const refused = (code: string) => ({ refusal: code, events: [`batch-${code}`], ops: 0, blobs: 0 });

describe('F13: a batch that somebody changed is refused whole, and the rectorat is told', () => {
  it('encrypted again for another reader', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const other = await identityToRecipient(await generateX25519Identity());
    expect(await brought(central, await openedBatch(central, file), other)).toEqual(refused('other-reader'));
  });

  it('rewritten whole and signed by a key that is not the station’s', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const forged = withManifest(await openedBatch(central, file), { createdAtMs: 1 });
    expect(await brought(central, forged)).toEqual(refused('bad-signature'));
  });

  it('an operation exchanged for one of another station', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const { file: otherFile } = await aCounter(central);
    const entries = await openedBatch(central, file);
    const others = await openedBatch(central, otherFile);
    entries.set('ops.ndjson', withFirstLineOf(entries, others));
    expect(await brought(central, entries)).toEqual(refused('bad-op'));
  });

  it('an operation exchanged, and the list made to agree', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const { file: otherFile } = await aCounter(central);
    const entries = await openedBatch(central, file);
    const lines = withFirstLineOf(entries, await openedBatch(central, otherFile));
    entries.set('ops.ndjson', lines);
    expect(await brought(central, withManifest(entries, opsListed(lines, entries)))).toEqual(
      refused('bad-signature'),
    );
  });

  it('a scan exchanged for another of the same size', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const entries = await openedBatch(central, file);
    const name = [...entries.keys()].find((one) => one.startsWith('blobs/')) ?? '';
    entries.set(name, Buffer.from(someBytes(5_000)));
    expect(await brought(central, entries)).toEqual(refused('not-as-listed'));
  });

  it('something added at the end', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const entries = await openedBatch(central, file);
    entries.set('blobs/de-plus', Buffer.from('de plus'));
    expect(await brought(central, entries)).toEqual(refused('not-as-listed'));
  });

  it('under the name of another station, known or not', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const { station: other } = await aCounter(central);
    const entries = await openedBatch(central, file);
    const stationId = '00000000-0000-4000-8000-000000000000';
    expect([
      await brought(central, withManifest(entries, { stationId: other.stationId })),
      await brought(central, withManifest(entries, { stationId })),
    ]).toEqual([
      refused('bad-signature'),
      { ...refused('unknown-station'), events: ['batch-bad-signature', 'batch-unknown-station'] },
    ]);
  });
});

describe('F13: a batch that speaks of two successors of a key suspends nobody without proof', () => {
  /** Its key was changed on two machines, and the centre has heard of one. */
  async function aForkedCounter(central: TestCentral): Promise<{ station: SyncStation; file: string }> {
    const station = aSyncStation();
    await station.enrolAt(central);
    await station.sync();
    await forkKey(station);
    const [file = ''] = await aBatch(station, aFolder());
    return { station, file };
  }
  const suspended = async (central: TestCentral) => central.rows('SELECT suspended_for FROM station');
  const nobody = [{ suspended_for: null }];

  it('a successor that the key before it never signed', async () => {
    const central = await aCentral(postgres);
    const { station, file } = await aForkedCounter(central);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const [former] = await central.rows('SELECT public_key FROM former_station_key');
    const statement = {
      kind: 'station-key',
      lastSeq: 0,
      madeAtMs: 1,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      replaces: former?.['public_key'],
      stationId: station.stationId,
    };
    const signature = sign(null, Buffer.from(canonicalize(statement) ?? ''), privateKey).toString('base64');
    const keys = [{ statement, signature, proof: signature }];
    const forged = withManifest(await openedBatch(central, file), { keys }, privateKey);
    expect([await brought(central, forged), await suspended(central)]).toEqual([
      refused('bad-signature'),
      nobody,
    ]);
  });

  it('the true statement of a fork, in a batch that the key it introduces has not signed', async () => {
    const central = await aCentral(postgres);
    const { file } = await aForkedCounter(central);
    const forged = withManifest(await openedBatch(central, file), { createdAtMs: 1 });
    expect([await brought(central, forged), await suspended(central)]).toEqual([
      refused('bad-signature'),
      nobody,
    ]);
  });
});

function withFirstLineOf(entries: Entries, others: Entries): Buffer {
  const [first = ''] = String(others.get('ops.ndjson')).split('\n');
  return Buffer.from([first, ...String(entries.get('ops.ndjson')).split('\n').slice(1)].join('\n'));
}

interface SignedReceipt {
  keyId: string;
  payload: Record<string, unknown>;
  signature: string;
}

describe('F13: a forged receipt settles nothing, and the refusal is noted', () => {
  it.each<[string, (receipt: SignedReceipt) => unknown, string]>([
    ['with a verdict changed', (receipt) => changed(receipt, { verdicts: [] }), 'receipt-forged'],
    [
      'for another station',
      (receipt) => changed(receipt, { stationId: receipt.payload['batchId'] }),
      'receipt-forged',
    ],
    [
      'signed by another key under the centre’s name',
      (receipt) => signedByAnother(receipt),
      'receipt-forged',
    ],
    ['signed by another centre', (receipt) => ({ ...receipt, keyId: 'f'.repeat(16) }), 'receipt-forged'],
    ['that is no receipt', () => 'bonjour', 'receipt-unreadable'],
  ])('%s', async (_what, forge, code) => {
    const central = await aCentral(postgres);
    const { station, file } = await aCounter(central);
    const [imported] = await takenIn(central, [file]);
    const receipt = JSON.parse(Buffer.from(imported?.receipt ?? []).toString()) as SignedReceipt;
    const failure = failureOf(() => settle(station, Buffer.from(JSON.stringify(forge(receipt)))));
    const noted = station.database.all('SELECT agent FROM refused_receipt').length;
    const states = station.outbox().map(({ state }) => state);
    expect({ failure, noted, states }).toEqual({
      failure: code,
      noted: code === 'receipt-forged' ? 1 : 0,
      states: ['pending', 'pending', 'pending'],
    });
  });

  it('of another station of the same centre', async () => {
    const central = await aCentral(postgres);
    const { file } = await aCounter(central);
    const { station } = await aCounter(central);
    const [imported] = await takenIn(central, [file]);
    expect(failureOf(() => settle(station, imported?.receipt ?? new Uint8Array()))).toBe('receipt-elsewhere');
  });
});

function changed(receipt: SignedReceipt, changes: Record<string, unknown>): SignedReceipt {
  return { ...receipt, payload: { ...receipt.payload, ...changes } };
}

function signedByAnother(receipt: SignedReceipt): SignedReceipt {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(canonicalize(receipt.payload) ?? '');
  return { ...receipt, signature: sign(null, bytes, privateKey).toString('base64') };
}

function failureOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof GuichetError ? error.code : String(error);
  }
}
