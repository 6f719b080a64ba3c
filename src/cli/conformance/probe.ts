import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { keyMarkOf, readEnrolmentCode } from '#shared/protocol/enrolment-code.ts';
import type { Op } from '#shared/protocol/op.ts';
import { enrolmentSchema, opsReplySchema, type OpsReply } from '#shared/protocol/replies.ts';
import { requestText } from '#shared/protocol/request-signature.ts';
import { opLine } from '#shared/protocol/requests.ts';
import type { SignedStationKey, StationKeyStatement } from '#shared/protocol/station-keys.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { formatCandidateNumber, formatRegistrationNumber } from '#shared/rules/registration-number.ts';

/** What a server does otherwise than docs/protocol says. */
export class NotConforming extends Error {}

export function expectThat(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new NotConforming(otherwise);
}

export interface SignedOp {
  op: Op;
  line: string;
  sha256: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  nonce: string;
}

/** A station that knows the protocol and nothing else, and can say what an honest one never would. One code, one station. */
export interface Probe {
  stationId: string;
  enrol(): Promise<Answer>;
  /** The next op of its chain, with anything replaced. */
  next(changes?: Partial<Op>): SignedOp;
  sign(op: Op): SignedOp;
  /** Introduces a new key for what comes after its last op, and signs with it from now on. */
  changeKey(): Promise<{ answer: Answer; signAsBefore(op: Op): SignedOp }>;
  ask(
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** What is in a signed answer, once proven to be of the pinned key and of this very question. */
  proven(answer: Answer): Record<string, unknown>;
  /** A receipt: signed as an answer, without a nonce. */
  provenReceipt(signed: unknown): Record<string, unknown>;
  send(ops: readonly { line: string }[]): Promise<OpsReply>;
  verdicts(ops: readonly { line: string }[]): Promise<string[]>;
}

/** What the probe has learnt and where its chain stands. */
interface State {
  block: string;
  stationSeq: number;
  previousHash: string;
  /** Base64 of SPKI DER; empty before the enrolment. */
  serverKey: string;
  keyId: string;
}

interface Signer {
  stationId: string;
  publicKey: string;
  sign(bytes: Uint8Array): string;
  /** Takes a new key; what the old one says of it. `before` goes on signing with the old one. */
  change(lastSeq: number): { introduction: SignedStationKey; before: (bytes: Uint8Array) => string };
}

export function createProbe(url: string, code: string): Probe {
  const signer = createSigner();
  const { stationId } = signer;
  const state: State = {
    block: '9100',
    stationSeq: 0,
    previousHash: '0'.repeat(64),
    serverKey: '',
    keyId: '',
  };
  const ask: Probe['ask'] = (...asked) => askAs(url, signer, ...asked);
  const proven: Probe['proven'] = (answer) => {
    expectThat(answer.status === 200, `réponse ${answer.status} là où 200 était attendu`);
    const payload = provenBy(state, answer.body);
    expectThat(payload['nonce'] === answer.nonce, 'la réponse ne porte pas le nonce de la demande');
    return payload;
  };
  const signOp: Probe['sign'] = (op) => signedBy(signer.sign, op);
  const send: Probe['send'] = async (ops) => {
    const lines = ops.map(({ line }) => line).join('\n');
    const answer = await ask('POST', '/v1/ops', lines, { 'content-type': 'application/x-ndjson' });
    const reply = opsReplySchema.safeParse(proven(answer));
    if (!reply.success) throw new NotConforming('la réponse à POST /v1/ops n’a pas sa forme');
    expectThat(reply.data.verdicts.length === ops.length, 'il n’y a pas un verdict par ligne');
    return reply.data;
  };
  return {
    stationId,
    ask,
    proven,
    provenReceipt: (signed) => provenBy(state, signed),
    send,
    sign: signOp,
    enrol: () => enrolAs(signer, state, code, ask),
    changeKey: () => changeKeyOf(signer, state, ask),
    next(changes = {}) {
      state.stationSeq += 1;
      const { stationSeq, previousHash, block } = state;
      const signed = signOp({ ...anOp(stationId, block, stationSeq), previousHash, ...changes });
      state.previousHash = signed.sha256;
      return signed;
    },
    verdicts: async (ops) =>
      (await send(ops)).verdicts.map(({ verdict, reason }) =>
        reason === null ? verdict : `${verdict} ${reason}`,
      ),
  };
}

async function changeKeyOf(signer: Signer, state: State, ask: Probe['ask']): ReturnType<Probe['changeKey']> {
  const { introduction, before } = signer.change(state.stationSeq);
  const body = JSON.stringify({ keys: [introduction] });
  const answer = await ask('POST', '/v1/stations/keys', body, { 'content-type': 'application/json' });
  return { answer, signAsBefore: (op) => signedBy(before, op) };
}

function signedBy(signs: Signer['sign'], op: Op): SignedOp {
  const canonical = canonicalBytes(op);
  return { op, line: opLine(canonical.toString('utf8'), signs(canonical)), sha256: sha256(canonical) };
}

function createSigner(): Signer {
  const stationId = randomUUID();
  let held = newKey();
  return {
    stationId,
    get publicKey() {
      return held.publicKey;
    },
    sign: (bytes) => held.sign(bytes),
    change(lastSeq) {
      const { publicKey: replaces, sign: before } = held;
      held = newKey();
      const { publicKey } = held;
      const statement: StationKeyStatement = {
        kind: 'station-key',
        lastSeq,
        madeAtMs: 1_795_000_000_000,
        publicKey,
        replaces,
        stationId,
      };
      const text = canonicalBytes(statement);
      return { introduction: { statement, signature: before(text), proof: held.sign(text) }, before };
    },
  };
}

function newKey(): Pick<Signer, 'publicKey' | 'sign'> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
  };
}

async function askAs(
  url: string,
  { stationId, sign: signed }: Signer,
  ...[method, path, body = '', headers = {}]: Parameters<Probe['ask']>
): Promise<Answer> {
  const nonce = randomBytes(16).toString('hex');
  const text = requestText({ method, path, stationId, nonce, bodySha256: sha256(body), headers });
  const signature = signed(Buffer.from(text));
  const own = { 'guichet-station': stationId, 'guichet-nonce': nonce, 'guichet-signature': signature };
  const reply = await fetch(url.replace(/\/+$/, '') + path, {
    method,
    headers: { ...own, ...headers },
    body: body.length > 0 ? new Uint8Array(Buffer.from(body)) : null,
  });
  return { status: reply.status, headers: reply.headers, body: parsed(await reply.text()), nonce };
}

function provenBy({ keyId, serverKey }: State, value: unknown): Record<string, unknown> {
  const signed = signedSchema.safeParse(value);
  if (!signed.success) throw new NotConforming('une réponse n’est pas signée');
  expectThat(signed.data.keyId === keyId, 'une réponse est signée par une autre clé');
  expectThat(isSealed(signed.data, serverKey), 'une signature ne vérifie pas');
  return signed.data.payload;
}

/** Pins the key that answers, when it is the one that the code names. */
async function enrolAs(signer: Signer, state: State, code: string, ask: Probe['ask']): Promise<Answer> {
  const { stationId, publicKey } = signer;
  const request = {
    code,
    stationId,
    publicKey,
    name: 'Essai de conformité',
    office: 'Essai',
    academyCode: '23',
    training: true,
    claimedBlock: state.block,
  };
  const type = { 'content-type': 'application/json' };
  const answer = await ask('POST', '/v1/enrolments', JSON.stringify(request), type);
  const grant = enrolmentSchema.safeParse(signedSchema.safeParse(answer.body).data?.payload);
  if (answer.status !== 200 || !grant.success) return answer;
  const { server, block } = grant.data;
  const isNamed = keyMarkOf(server.keyId) === readEnrolmentCode(code)?.keyMark;
  expectThat(isNamed, 'le code ne nomme pas la clé qui répond');
  Object.assign(state, { block, serverKey: server.publicKey, keyId: server.keyId });
  return answer;
}

/** The registration of a person who does not exist. */
function anOp(stationId: string, block: string, stationSeq: number): Op {
  return {
    schema: 1,
    opId: randomUUID(),
    recordId: randomUUID(),
    registrationNumber: numberOf(block, stationSeq),
    candidateNumber: formatCandidateNumber(block, stationSeq),
    kind: 'create',
    version: 1,
    baseVersion: null,
    parentOp: null,
    changes: [{ path: 'identification.birthName', before: null, after: 'EXEMPLE' }],
    blobs: [],
    agent: 'essai',
    capturedAtMs: 1_795_000_000_000,
    monotonicMs: 1,
    stationId,
    stationSeq,
    previousHash: '0'.repeat(64),
    training: true,
  };
}

export function numberOf(block: string, counter: number): string {
  return formatRegistrationNumber({ examYear: 2027, examClass: 1, block, counter });
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isSealed({ payload, signature }: Signed, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, canonicalBytes(payload), key, Buffer.from(signature, 'base64'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
