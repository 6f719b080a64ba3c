import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { keyIdOf, readSigned } from '#main/sync/verify-reply.ts';
import { GuichetError } from '#shared/errors.ts';
import { changesReplySchema } from '#shared/protocol/changes.ts';
import {
  blobsMissingReplySchema,
  enrolmentSchema,
  helloSchema,
  opsReplySchema,
  receiptsConfirmedSchema,
} from '#shared/protocol/replies.ts';
import { keysReplySchema, serverKeySchema } from '#shared/protocol/server-keys.ts';
import { followKeys } from '#main/sync/follow-keys.ts';
import type { Parser } from '../parser.ts';

const NONCE = '0'.repeat(32);
const ID = '0199b8a0-0000-7000-8000-000000000001';
const HASH = 'a'.repeat(64);
const centre = generateKeyPairSync('ed25519');
const publicKey = centre.publicKey.export({ format: 'der', type: 'spki' });
const server = { keyId: keyIdOf(publicKey), publicKey };

function signed(payload: unknown) {
  const signature = sign(null, canonicalBytes(payload), centre.privateKey).toString('base64');
  return { keyId: server.keyId, payload, signature };
}

const SCHEMAS = {
  hello: helloSchema,
  enrolment: enrolmentSchema,
  ops: opsReplySchema,
  changes: changesReplySchema,
  'blobs-missing': blobsMissingReplySchema,
  'receipts-confirmed': receiptsConfirmedSchema,
};

const PAYLOADS = [
  {
    kind: 'hello',
    nonce: NONCE,
    epoch: ID,
    serverTimeMs: 1,
    schemas: { min: 1, max: 1 },
    training: false,
    station: { stationId: ID, lastStationSeq: 4, suspended: false },
  },
  {
    kind: 'enrolment',
    nonce: NONCE,
    stationId: ID,
    block: '0042',
    claimedBlockContested: false,
    epoch: ID,
    server: { keyId: server.keyId, publicKey: publicKey.toString('base64') },
    batchRecipients: [],
  },
  {
    kind: 'ops',
    nonce: NONCE,
    verdicts: [{ opId: ID, sha256: HASH, verdict: 'accepted', reason: null }],
    receipts: [signed({ kind: 'ops-receipt' })],
  },
  {
    kind: 'changes',
    nonce: NONCE,
    cursor: '1.2',
    more: false,
    entries: [
      {
        opId: ID,
        recordId: ID,
        kind: 'amend',
        verdict: 'accepted',
        resultVersion: 2,
        changes: [{ path: 'identification.birthName', before: null, after: 'EXEMPLE' }],
        agent: 'agent.essai',
        station: 'Guichet 2',
        capturedAtMs: 1,
        conflict: null,
      },
    ],
    records: [
      {
        recordId: ID,
        registrationNumber: '202710421000999',
        candidateNumber: '2',
        version: 2,
        cancelled: false,
        answers: { 'identification.birthName': 'EXEMPLE' },
        lastOpId: ID,
      },
    ],
  },
  { kind: 'blobs-missing', nonce: NONCE, missing: [HASH], begun: [{ sha256: HASH, offset: 0 }] },
  { kind: 'receipts-confirmed', nonce: NONCE, epoch: ID, confirmed: [ID] },
];

const schemaOf = (kind: unknown) => SCHEMAS[kind as keyof typeof SCHEMAS] ?? helloSchema;
const isRefusal = (error: unknown) => error instanceof GuichetError;

/** Whoever answers in the centre's place: a captive portal, somebody on the line. */
export const replies: Parser = {
  name: 'replies',
  share: 8,
  async prepare() {
    return {
      samples: PAYLOADS.map((payload) => Buffer.from(JSON.stringify(signed(payload)))),
      parse(bytes) {
        const reply = { status: 200, text: bytes.toString() } as Parameters<typeof readSigned>[0];
        return readSigned(
          reply,
          server,
          schemaOf(PAYLOADS.find(({ kind }) => reply.text.includes(`"${kind}"`))?.kind),
        );
      },
      isRefusal,
    };
  },
};

/** A centre that went wrong: its word, truly signed. */
export const signedReplies: Parser = {
  name: 'signed-replies',
  share: 4,
  async prepare() {
    return {
      samples: PAYLOADS.map((payload) => Buffer.from(JSON.stringify(payload))),
      parse(bytes) {
        const payload = parsed(bytes);
        const reply = { status: 200, text: JSON.stringify(signedOrRefused(payload)) } as Parameters<
          typeof readSigned
        >[0];
        return readSigned(reply, server, schemaOf(payload['kind']));
      },
      isRefusal,
    };
  },
};

/** How one key follows another. */
export const serverKeys: Parser = {
  name: 'server-keys',
  share: 1,
  async prepare() {
    const next = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
    const statement = serverKeySchema.parse({
      kind: 'server-key',
      keyId: keyIdOf(next),
      publicKey: next.toString('base64'),
      replaces: server.keyId,
      madeAtMs: 1,
    });
    const trusted = { ...server, formerKeys: [] } as unknown as Parameters<typeof followKeys>[0];
    return {
      samples: [Buffer.from(JSON.stringify(statement))],
      parse(bytes) {
        const introductions = keysReplySchema.safeParse({ introductions: [signedOrRefused(parsed(bytes))] });
        return introductions.success ? followKeys(trusted, introductions.data.introductions) : undefined;
      },
      isRefusal,
    };
  },
};

function parsed(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Not what a centre could have signed: damaged replies are another parser's.
  }
  throw new GuichetError('server-nonsense');
}

/** A centre cannot sign what has no canonical form. */
function signedOrRefused(payload: unknown): unknown {
  try {
    return signed(payload);
  } catch (cause) {
    throw new GuichetError('server-nonsense', { cause });
  }
}
