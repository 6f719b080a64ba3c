import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BatchRefused } from '#central/index.ts';
import { linePages } from '#central/batches/batch-lines.ts';
import { readVolume } from '#central/batches/open-volume.ts';
import { readLines } from '#central/intake/read-lines.ts';
import { proveBackup } from '#main/safekeeping/read-backup.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { TAR_END_BYTES, tarHeader, tarPadding } from '#shared/protocol/tar-header.ts';
import type { Parser, ReadyParser } from '../parser.ts';

const ID = '0199b8a0-0000-7000-8000-000000000001';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A file is given to its reader where it lies. */
function asFile(read: (path: string) => Promise<unknown>): Pick<ReadyParser, 'parse' | 'close'> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-fuzz-'));
  const path = join(folder, 'input');
  return {
    parse(bytes) {
      writeFileSync(path, bytes);
      return read(path);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function aVolume(): Uint8Array {
  const op = Buffer.from(
    `{"op":{"kind":"create","opId":"${ID}","stationId":"${ID}","stationSeq":1},"signature":"${'A'.repeat(86)}=="}\n`,
  );
  const scan = Buffer.alloc(700, 9);
  const manifest = canonicalBytes({
    kind: 'batch',
    schema: 1,
    batchId: 'a'.repeat(64),
    stationId: ID,
    training: false,
    keyId: 'b'.repeat(16),
    epoch: ID,
    createdAtMs: 1_795_000_000_000,
    volume: { number: 1, count: 1 },
    ops: {
      count: 1,
      firstSeq: 1,
      lastSeq: 1,
      previousHash: '0'.repeat(64),
      sha256: sha256(op),
      size: op.length,
    },
    blobs: [{ sha256: sha256(scan), size: scan.length }],
  });
  const entries: [string, Uint8Array][] = [
    ['manifest.json', manifest],
    ['manifest.sig', Buffer.from(`${'A'.repeat(86)}==`)],
    ['ops.ndjson', op],
    [`blobs/${sha256(scan)}`, scan],
  ];
  const parts = entries.flatMap(([name, content]) => [
    tarHeader(name, content.length),
    content,
    new Uint8Array(tarPadding(content.length)),
  ]);
  return Buffer.concat([...parts, new Uint8Array(TAR_END_BYTES)]);
}

/** Reads a volume from end to end, believing what it says of itself: everything up to the signatures. */
function volumeReader(identity: string) {
  const { publicKey } = generateKeyPairSync('ed25519');
  const current = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const station = { stationId: ID, keys: { current, former: [] } };
  return (path: string) =>
    readVolume(path, identity, {
      head: async () => undefined,
      async ops(bytes) {
        for await (const page of linePages(bytes)) await readLines(page, station);
      },
      async blob(_blob, bytes) {
        const hash = createHash('sha256');
        for await (const part of bytes) hash.update(part);
      },
    });
}

const isRefusal = (error: unknown) => error instanceof BatchRefused;

async function sealer(): Promise<{ identity: string; seal(clear: Uint8Array): Promise<Uint8Array> }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return {
    identity,
    seal(clear) {
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      return encrypter.encrypt(clear);
    },
  };
}

/** A `.lot` whose bytes changed on the way. */
export const batches: Parser = {
  name: 'batches',
  share: 2,
  async prepare() {
    const { identity, seal } = await sealer();
    return { samples: [await seal(aVolume())], ...asFile(volumeReader(identity)), isRefusal };
  },
};

/** A `.lot` that somebody made: anybody may encrypt for the centre. */
export const forgedBatches: Parser = {
  name: 'forged-batches',
  share: 2,
  async prepare() {
    const { identity, seal } = await sealer();
    const { parse, ...rest } = asFile(volumeReader(identity));
    return { samples: [aVolume()], parse: async (clear) => parse(await seal(clear)), ...rest, isRefusal };
  },
};

const SLOT = {
  login: 'agent.essai',
  salt: 'AAAA',
  nonce: 'AAAA',
  sealedKey: 'AAAA',
  memoryKiB: 65_536,
  passes: 3,
  lanes: 4,
};

function aBackup(): Uint8Array {
  const base = Buffer.alloc(4096, 5);
  const header = Buffer.from('{}');
  const counts = { registrations: 0, versions: 0, candidates: 0, operations: 0, files: 0 };
  const manifest = {
    format: 1,
    kind: 'guichet-backup',
    station: { stationId: ID, name: 'Guichet 1', office: 'Bureau d’essai', training: true },
    madeAtMs: 1,
    schema: 10,
    counts,
    slot: SLOT,
    missing: [],
    entries: [
      { name: 'station.json', size: header.length, sha256: sha256(header) },
      { name: 'guichet.db', size: base.length, sha256: sha256(base) },
    ],
  };
  const entries: [string, Buffer][] = [
    ['station.json', header],
    ['guichet.db', base],
    ['manifest.json', Buffer.from(JSON.stringify(manifest))],
  ];
  const parts = entries.flatMap(([name, content]) => [
    tarHeader(name, content.length),
    content,
    new Uint8Array(tarPadding(content.length)),
  ]);
  return Buffer.concat([...parts, new Uint8Array(TAR_END_BYTES)]);
}

/** A backup on a key that others had in their hands. */
export const backups: Parser = {
  name: 'backups',
  share: 4,
  async prepare() {
    return {
      samples: [aBackup()],
      ...asFile(proveBackup),
      isRefusal: (error) => error instanceof GuichetError,
    };
  },
};
