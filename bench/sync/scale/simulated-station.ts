import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import type { Op } from '#shared/protocol/op.ts';
import { opLine } from '#shared/protocol/requests.ts';
import { RECEIPT_HEADER } from '#shared/protocol/receipt-header.ts';
import { requestText } from '#shared/protocol/request-signature.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import { formatCandidateNumber, formatRegistrationNumber } from '#shared/rules/registration-number.ts';
import { inventedAnswers, inventedNewcomer } from '../../register/invented-people.ts';
import { SCAN_BYTES } from '../sizes.ts';

/** What a station's day weighs on the line, signed beforehand: the load is the centre's, not that of making it. */
export interface ReadyBatch {
  body: Uint8Array;
  ops: number;
}

/** A station that speaks the protocol and keeps nothing. */
export interface SimulatedStation {
  enrol(url: string, code: string): Promise<void>;
  batch(registrations: number): ReadyBatch;
  /** Throws unless every op was accepted. */
  send(url: string, batch: ReadyBatch): Promise<void>;
  /** One that nobody has sent before, in one request. Throws unless its receipt comes back. */
  sendScan(url: string): Promise<void>;
}

// Each station has its own connection, as from its own office.
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const SCAN = randomBytes(SCAN_BYTES);
const FIRST_BLOCK = 5_000;
const PEOPLE_EACH = 1_000;
const ZEROS = '0'.repeat(64);

export function createSimulatedStation(index: number, academyCode: string): SimulatedStation {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const place: Place = {
    stationId: randomUUID(),
    block: String(FIRST_BLOCK + index),
    stationSeq: 0,
    previousHash: ZEROS,
    person: index * PEOPLE_EACH,
  };
  const post = (url: string, path: string, body: Uint8Array, headers: Record<string, string> = {}) =>
    postBytes(url + path, body, {
      ...signatureHeaders({ stationId: place.stationId, path, headers }, sha256(body), privateKey),
      ...headers,
    });
  return {
    async enrol(url, code) {
      const request = {
        code,
        stationId: place.stationId,
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        name: `Poste ${index}`,
        office: 'Bureau de mesure',
        academyCode,
        training: true,
        claimedBlock: place.block,
      };
      await post(url, '/v1/enrolments', Buffer.from(JSON.stringify(request)));
    },
    batch(registrations) {
      const lines = Array.from({ length: registrations }, () => nextLine(place, privateKey));
      return { ops: registrations, body: gzipSync(lines.join('\n'), { level: 3 }) };
    },
    async send(url, { body, ops }) {
      const { text } = await post(url, '/v1/ops', body, { 'content-encoding': 'gzip' });
      const accepted = text.split('"verdict":"accepted"').length - 1;
      // Once in the verdicts, once in the receipt.
      if (accepted !== 2 * ops) throw new Error(`station ${index}: ${text.slice(0, 300)}`);
    },
    async sendScan(url) {
      const { body, headers } = nextScan();
      const reply = await post(url, '/v1/blobs', body, headers);
      if (!reply.headers[RECEIPT_HEADER]) throw new Error(`station ${index}: no receipt`);
    },
  };
}

/** New bytes at the head are a new file; drawing all of them would be the load's time. */
function nextScan() {
  const body = Buffer.from(SCAN);
  randomBytes(16).copy(body);
  const headers = {
    'content-type': 'application/offset+octet-stream',
    'tus-resumable': '1.0.0',
    'upload-length': String(body.length),
    'upload-metadata': `sha256 ${Buffer.from(sha256(body)).toString('base64')}`,
  };
  return { body, headers };
}

function signatureHeaders(
  request: { stationId: string; path: string; headers: Record<string, string> },
  bodySha256: string,
  key: KeyObject,
): Record<string, string> {
  const nonce = randomBytes(16).toString('hex');
  const text = requestText({ ...request, method: 'POST', nonce, bodySha256 });
  return {
    'guichet-station': request.stationId,
    'guichet-nonce': nonce,
    'guichet-signature': sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** The next registration of the chain, signed. */
function nextLine(place: Place, key: KeyObject): string {
  place.stationSeq += 1;
  place.person += 1;
  const canonical = canonicalize(aRegistration(place)) ?? '';
  place.previousHash = sha256(Buffer.from(canonical));
  return opLine(canonical, sign(null, Buffer.from(canonical), key).toString('base64'));
}

interface Place {
  stationId: string;
  block: string;
  stationSeq: number;
  previousHash: string;
  person: number;
}

function aRegistration({ stationId, block, stationSeq, previousHash, person }: Place): Op {
  const answers = inventedAnswers(inventedNewcomer(person), person);
  return {
    schema: 1,
    opId: randomUUID(),
    recordId: randomUUID(),
    registrationNumber: formatRegistrationNumber({
      examYear: 2027,
      examClass: 1,
      block,
      counter: stationSeq,
    }),
    candidateNumber: formatCandidateNumber(block, stationSeq),
    kind: 'create',
    version: 1,
    baseVersion: null,
    parentOp: null,
    changes: diffAnswers(undefined, answers),
    blobs: [],
    agent: 'agent.mesure',
    capturedAtMs: Date.now(),
    monotonicMs: 1,
    stationId,
    stationSeq,
    previousHash,
    training: true,
  };
}

interface Reply {
  text: string;
  headers: IncomingHttpHeaders;
}

function postBytes(url: string, body: Uint8Array, headers: Record<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/x-ndjson', 'content-length': String(body.length) };
    const request = httpRequest(
      url,
      { method: 'POST', agent, headers: { ...type, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const { statusCode = 0 } = response;
          if (statusCode >= 200 && statusCode < 300) resolve({ text, headers: response.headers });
          else reject(new Error(`HTTP ${statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    // The centre ended a connection that was idle, at that very moment: a station sends again.
    request.on('error', (error) => {
      if (request.reusedSocket) postBytes(url, body, headers).then(resolve, reject);
      else reject(error);
    });
    request.end(body);
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
