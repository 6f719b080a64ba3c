import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Op } from '#shared/protocol/op.ts';
import { opsReplySchema, type OpsReply } from '#shared/protocol/replies.ts';
import { opLine } from '#shared/protocol/requests.ts';
import { requestText } from '#shared/protocol/request-signature.ts';
import { formatCandidateNumber, formatRegistrationNumber } from '#shared/rules/registration-number.ts';
import type { TestCentral } from './central.ts';

export interface SignedOp {
  op: Op;
  line: string;
  sha256: string;
}

export interface RawReply {
  status: number;
  code: string | undefined;
  headers: Headers;
  body: unknown;
}

/**
 * A station that knows the protocol and nothing else: it can say what an honest station never would. Written from
 * docs/protocol/sync-protocol.md, not from the station's code.
 */
export interface ProtocolStation {
  stationId: string;
  block: string;
  /** The next op of the chain, with anything replaced. */
  op(changes?: Partial<Op>): SignedOp;
  /** Signs any op, whether it follows the chain or not. */
  sign(op: Op): SignedOp;
  /** Verdicts, as `verdict` or `verdict reason`. */
  send(ops: readonly { line: string }[]): Promise<string[]>;
  sendLines(lines: readonly string[]): Promise<OpsReply>;
  /** The same station at another door of the centre. */
  at(other: { url: string }): Pick<ProtocolStation, 'sendLines'>;
  request(
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<RawReply>;
}

export function aRegistrationNumber(block: string, counter: number): string {
  return formatRegistrationNumber({ examYear: 2027, examClass: 1, block, counter });
}

export function aProtocolStation(
  central: { url: string },
  block = '6100',
): ProtocolStation & { enrol(code: string): Promise<RawReply> } {
  const stationId = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  let stationSeq = 0;
  let previousHash = '0'.repeat(64);

  const signOp = (op: Op): SignedOp => {
    const canonical = canonicalize(op) ?? '';
    const signature = sign(null, Buffer.from(canonical), privateKey).toString('base64');
    return { op, line: opLine(canonical, signature), sha256: sha256(canonical) };
  };
  const requestAt = async (
    url: string,
    ...[method, path, body = '', headers = {}]: Parameters<ProtocolStation['request']>
  ): Promise<RawReply> => {
    const nonce = randomBytes(16).toString('hex');
    const text = requestText({ method, path, stationId, nonce, bodySha256: sha256(body), headers });
    const response = await fetch(url + path, {
      method,
      headers: {
        'guichet-station': stationId,
        'guichet-nonce': nonce,
        'guichet-signature': sign(null, Buffer.from(text), privateKey).toString('base64'),
        ...headers,
      },
      body: body.length > 0 ? new Uint8Array(Buffer.from(body)) : null,
    });
    const parsed = parse(await response.text());
    return {
      status: response.status,
      code: parsed['code'] as string | undefined,
      headers: response.headers,
      body: parsed,
    };
  };
  const request: ProtocolStation['request'] = (...asked) => requestAt(central.url, ...asked);
  const sendLinesTo = async (url: string, lines: readonly string[]) => {
    const { body } = await requestAt(url, 'POST', '/v1/ops', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    return opsReplySchema.parse((body as { payload: unknown }).payload);
  };
  const sendLines = (lines: readonly string[]) => sendLinesTo(central.url, lines);
  return {
    stationId,
    block,
    at: ({ url }) => ({ sendLines: (lines) => sendLinesTo(url, lines) }),
    sign: signOp,
    op(changes = {}) {
      stationSeq += 1;
      const signed = signOp({ ...aCreate(stationId, block, stationSeq), previousHash, ...changes });
      previousHash = signed.sha256;
      return signed;
    },
    sendLines,
    async send(ops) {
      const { verdicts } = await sendLines(ops.map(({ line }) => line));
      return verdicts.map(({ verdict, reason }) => (reason ? `${verdict} ${reason}` : verdict));
    },
    request,
    enrol: (code) =>
      request(
        'POST',
        '/v1/enrolments',
        JSON.stringify({
          code,
          stationId,
          publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
          name: 'Poste d’essai',
          office: 'Bureau d’essai',
          academyCode: '23',
          training: false,
          claimedBlock: block,
        }),
        { 'content-type': 'application/json' },
      ),
  };
}

export async function anEnrolledStation(central: TestCentral, block?: string): Promise<ProtocolStation> {
  const station = aProtocolStation(central, block);
  await station.enrol(await central.code());
  return station;
}

/** Registration of a fictitious person. */
function aCreate(stationId: string, block: string, stationSeq: number): Op {
  return {
    schema: 1,
    opId: randomUUID(),
    recordId: randomUUID(),
    registrationNumber: aRegistrationNumber(block, stationSeq),
    candidateNumber: formatCandidateNumber(block, stationSeq),
    kind: 'create',
    version: 1,
    baseVersion: null,
    parentOp: null,
    changes: [{ path: 'identification.birthName', before: null, after: 'EXEMPLE' }],
    blobs: [],
    agent: 'agent.essai',
    capturedAtMs: 1_795_000_000_000,
    monotonicMs: 1,
    stationId,
    stationSeq,
    previousHash: '0'.repeat(64),
    training: false,
  };
}

/** The next op on the same registration. */
export function following(
  first: Pick<Op, 'recordId' | 'registrationNumber'>,
  version: number,
  after: string,
  before = 'EXEMPLE',
): Partial<Op> {
  const { recordId, registrationNumber } = first;
  return {
    recordId,
    registrationNumber,
    kind: 'amend',
    version,
    changes: [{ path: 'identification.birthName', before, after }],
  };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
