import { randomBytes, randomUUID } from 'node:crypto';
import type { Op } from '#shared/protocol/op.ts';
import { opsReceiptSchema } from '#shared/protocol/receipts.ts';
import { expectThat, numberOf, sha256, type Probe, type SignedOp } from './probe.ts';

export interface Check {
  name: string;
  run(probe: Probe): Promise<void>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const TUS = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };

/** In this order, at one station; the last ones leave it suspended. Each says one thing of docs/protocol/sync-protocol.md. */
export const CHECKS: readonly Check[] = [
  check('enrolment: the same station, code and key again get the same grant', async (probe) => {
    const first = await probe.enrol();
    const again = probe.proven(await probe.enrol());
    expectThat(probe.proven(first)['block'] === again['block'], 'une autre série au second essai');
  }),
  check('hello: signed, with the nonce, and where the station stands', async (probe) => {
    const hello = probe.proven(await probe.ask('GET', '/v1/hello'));
    expectThat(hello['kind'] === 'hello', 'kind n’est pas hello');
    expectThat(
      (hello['station'] as { stationId?: unknown } | null)?.stationId === probe.stationId,
      'le poste n’est pas reconnu',
    );
  }),
  check('requests: a wrong signature is refused', async (probe) => {
    const forged = { 'guichet-signature': Buffer.alloc(64).toString('base64') };
    expectThat((await probe.ask('POST', '/v1/ops', '', forged)).status === 401, 'une signature fausse passe');
  }),
  check('versions: one that is not spoken gets 426', async (probe) => {
    const { status } = await probe.ask('POST', '/v1/ops', '', { 'guichet-protocol': '9999' });
    expectThat(status === 426, `réponse ${status}`);
  }),
  check(
    'ops: accepted with a receipt that names id and hash; again, a duplicate with the same receipt',
    async (probe) => {
      const op = probe.next();
      const first = await probe.send([op]);
      const again = await probe.send([op]);
      expectThat(first.verdicts[0]?.verdict === 'accepted', `verdict ${first.verdicts[0]?.verdict}`);
      expectThat(
        again.verdicts[0]?.verdict === 'duplicate',
        `la seconde fois : ${again.verdicts[0]?.verdict}`,
      );
      const receipt = opsReceiptSchema.parse(probe.provenReceipt(first.receipts[0]));
      const names = receipt.items.some(({ opId, sha256: hash }) => opId === op.op.opId && hash === op.sha256);
      expectThat(names && receipt.stationId === probe.stationId, 'le reçu ne nomme pas l’opération');
      expectThat(
        JSON.stringify(first.receipts) === JSON.stringify(again.receipts),
        'un autre reçu la seconde fois',
      );
    },
  ),
  check('ops: what follows is held until what it follows arrives', async (probe) => {
    const first = probe.next();
    const second = probe.next(amendOf(first, 2, 'FICTIVE', 'EXEMPLE'));
    await same(probe, [second], ['held_missing_parent sequence-gap']);
    await same(probe, [first], ['accepted']);
    await same(probe, [second], ['duplicate']);
  }),
  check('ops: one bad line never blocks the others', async (probe) => {
    const bad = probe.next();
    const good = probe.next();
    const forged = { line: bad.line.replace(/"signature":"..../, '"signature":"AAAA') };
    await same(probe, [forged, good], ['rejected bad-signature', 'accepted']);
    await same(probe, [bad], ['accepted']);
  }),
  check('ops: not byte for byte canonical is refused', async (probe) => {
    const op = probe.next();
    const spaced = { line: op.line.replace('{"op":{', '{"op": {') };
    await same(probe, [spaced, probe.next()], ['rejected not-canonical', 'accepted']);
    await same(probe, [op], ['accepted']);
  }),
  check('ops: unknown members are kept under their hash', async (probe) => {
    const op = probe.next({ demain: { ajout: 'plus tard' } });
    const { verdicts } = await probe.send([op]);
    expectThat(
      verdicts[0]?.verdict === 'accepted' && verdicts[0].sha256 === op.sha256,
      'membre inconnu perdu ou refusé',
    );
  }),
  check(
    'keys: a new one is followed from the one before, which signs nothing new any more',
    async (probe) => {
      const waiting = probe.next();
      const { answer, signAsBefore } = await probe.changeKey();
      probe.proven(answer);
      const next = probe.next();
      await same(
        probe,
        [waiting, signAsBefore(next.op), probe.next()],
        ['accepted', 'rejected bad-signature', 'accepted'],
      );
      await same(probe, [next], ['accepted']);
    },
  ),
  check('numbers: another block, a wrong key, a number already given', async (probe) => {
    const taken = probe.next();
    await same(probe, [taken], ['accepted']);
    await same(probe, [probe.next({ registrationNumber: numberOf('4998', 1) })], ['rejected foreign-block']);
    const wrongKey = taken.op.registrationNumber.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    await same(probe, [probe.next({ registrationNumber: wrongKey })], ['rejected bad-number-key']);
    const twin = probe.next({ registrationNumber: taken.op.registrationNumber });
    await same(probe, [twin], ['quarantined number-taken']);
  }),
  check('changes: a value that the centre does not hold is kept for a person', async (probe) => {
    const first = probe.next();
    await same(
      probe,
      [first, probe.next(amendOf(first, 2, 'AUTRE', 'JAMAIS VU'))],
      ['accepted', 'conflict value-differs'],
    );
  }),
  check('ops: more than 500 in a request is refused whole', async (probe) => {
    const lines = Array<string>(501).fill('{}').join('\n');
    const { status } = await probe.ask('POST', '/v1/ops', lines, { 'content-type': 'application/x-ndjson' });
    expectThat(status === 413, `réponse ${status}`);
  }),
  check('status: what is known is told, what is not is left out', async (probe) => {
    const op = probe.next();
    await same(probe, [op], ['accepted']);
    const body = JSON.stringify({ opIds: [op.op.opId, randomUUID()] });
    const reply = probe.proven(await probe.ask('POST', '/v1/ops/status', body, JSON_TYPE));
    const known = reply['known'] as { opId: string }[];
    expectThat(
      known.length === 1 && known[0]?.opId === op.op.opId,
      'des opérations inconnues sont dites connues, ou l’inverse',
    );
  }),
  check('receipts: those held are confirmed, others not', async (probe) => {
    const { receipts } = await probe.send([probe.next()]);
    const [signed] = receipts;
    const receiptId = String(signed?.payload['receiptId']);
    const asked = [
      { receiptId, signature: signed?.signature },
      { receiptId: randomUUID(), signature: signed?.signature },
    ];
    const body = JSON.stringify({ receipts: asked });
    const reply = probe.proven(await probe.ask('POST', '/v1/receipts/confirm', body, JSON_TYPE));
    expectThat(
      JSON.stringify(reply['confirmed']) === JSON.stringify([receiptId]),
      'la confirmation n’est pas juste',
    );
  }),
  check('files: missing, sent in chunks, acknowledged whole; other bytes are refused', sendFiles),
  check('changes of others: signed, with a cursor', async (probe) => {
    const reply = probe.proven(await probe.ask('GET', '/v1/changes'));
    expectThat(/^\d+\.\d+$/.test(String(reply['cursor'])), 'pas de curseur');
  }),
  check('same id, other content: an alarm, and the station is stopped', async (probe) => {
    const op = probe.next();
    await same(probe, [op], ['accepted']);
    await same(probe, [probe.sign({ ...op.op, agent: 'autre' })], ['id_reuse op-id-reused']);
    await same(probe, [probe.next()], ['quarantined station-suspended']);
  }),
];

function check(name: string, run: Check['run']): Check {
  return { name, run };
}

async function same(
  probe: Probe,
  ops: readonly { line: string }[],
  expected: readonly string[],
): Promise<void> {
  const verdicts = await probe.verdicts(ops);
  expectThat(
    String(verdicts) === String(expected),
    `${verdicts.join(', ')} au lieu de ${expected.join(', ')}`,
  );
}

function amendOf({ op }: SignedOp, version: number, after: string, before: string): Partial<Op> {
  const { recordId, registrationNumber, candidateNumber, opId } = op;
  const changes = [{ path: 'identification.birthName', before, after }];
  return { recordId, registrationNumber, candidateNumber, kind: 'amend', version, parentOp: opId, changes };
}

async function sendFiles(probe: Probe): Promise<void> {
  const content = new Uint8Array(randomBytes(3000));
  const hash = sha256(content);
  const missing = async () =>
    probe.proven(await probe.ask('POST', '/v1/blobs/missing', JSON.stringify({ sha256: [hash] }), JSON_TYPE))[
      'missing'
    ];
  expectThat(
    JSON.stringify(await missing()) === JSON.stringify([hash]),
    'un fichier absent n’est pas demandé',
  );
  const begin = (name: string, size: number, part: Uint8Array) =>
    probe.ask('POST', '/v1/blobs', part, {
      ...TUS,
      'upload-length': String(size),
      'upload-metadata': `sha256 ${Buffer.from(name).toString('base64')}`,
    });
  const created = await begin(hash, content.length, content.subarray(0, 1000));
  expectThat(
    created.status === 201 && created.headers.get('upload-offset') === '1000',
    'le premier morceau n’est pas compté',
  );
  const patch = (offset: number) =>
    probe.ask('PATCH', `/v1/blobs/${hash}`, content.subarray(offset), {
      ...TUS,
      'upload-offset': String(offset),
    });
  expectThat((await patch(500)).status === 409, 'un morceau est pris là où il n’en est pas');
  const ended = await patch(1000);
  const receipt = probe.provenReceipt(JSON.parse(ended.headers.get('guichet-receipt') ?? 'null'));
  expectThat(
    ended.status === 204 && receipt['sha256'] === hash && receipt['size'] === content.length,
    'le reçu n’est pas celui du fichier',
  );
  expectThat(JSON.stringify(await missing()) === '[]', 'un fichier reçu est encore demandé');
  const other = await begin(sha256('autre'), 10, new Uint8Array(10));
  expectThat(other.status === 460, `d’autres octets : réponse ${other.status}`);
}
