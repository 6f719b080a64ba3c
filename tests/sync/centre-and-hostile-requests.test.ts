import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Op } from '#shared/protocol/op.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import {
  aProtocolStation,
  aRegistrationNumber,
  anEnrolledStation,
  following,
} from '../builders/protocol-station.ts';
import { tusCreation } from '../builders/tus-headers.ts';

const postgres = usePostgres();
const eventsOf = async (central: TestCentral) =>
  (await central.rows('SELECT code FROM security_event ORDER BY id')).map(({ code }) => code);
const answersOf = async (central: TestCentral) =>
  (await central.rows('SELECT version, answers FROM registration')).map(({ version, answers }) => [
    version,
    JSON.parse(String(answers)) as unknown,
  ]);

describe('the same ops delivered again', () => {
  it('are duplicates with the same receipts, once or together', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const lines = [station.op(), station.op(), station.op()].map(({ line }) => line);

    const together = await Promise.all([1, 2, 3, 4].map(() => station.sendLines(lines)));
    const again = await station.sendLines(lines);
    const verdicts = [...together, again].map((reply) => reply.verdicts.map(({ verdict }) => verdict).join());
    expect(verdicts.sort()).toEqual([
      'accepted,accepted,accepted',
      ...Array<string>(4).fill('duplicate,duplicate,duplicate'),
    ]);
    expect(new Set([...together, again].map((reply) => JSON.stringify(reply.receipts))).size).toBe(1);
    expect((await central.figures()).ops).toBe(3);
  });

  it('twice in one request are one', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const op = station.op();
    expect(await station.send([op, op])).toEqual(['accepted', 'duplicate']);
  });
});

describe('ops out of order', () => {
  it('are held, then applied in the order of versions', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const second = station.op(following(first.op, 2, 'TÉMOIN'));
    const third = station.op(following(first.op, 3, 'FICTIVE', 'TÉMOIN'));

    expect(await station.send([third])).toEqual(['held_missing_parent sequence-gap']);
    expect(await station.send([second, first])).toEqual(['accepted', 'accepted']);
    expect(await station.send([third])).toEqual(['duplicate']);
    expect(await answersOf(central)).toEqual([[3, { 'identification.birthName': 'FICTIVE' }]]);
  });

  it('of a registration the centre has not seen are held until it comes', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const person = { recordId: randomUUID(), registrationNumber: aRegistrationNumber(station.block, 9) };
    const amend = station.op({ ...person, ...following(person, 2, 'TÉMOIN') });
    const create = station.op(person);

    expect(await station.send([amend])).toEqual(['held_missing_parent record-unknown']);
    expect(await station.send([create])).toEqual(['accepted']);
    expect(await answersOf(central)).toEqual([[2, { 'identification.birthName': 'TÉMOIN' }]]);
  });
});

describe('one bad op among fifty', () => {
  const tampered: [string, (line: string) => string, string][] = [
    [
      'a signature that is not the station’s',
      (line) => line.replace(/"signature":"..../, '"signature":"AAAA'),
      'bad-signature',
    ],
    ['bytes changed after signing', (line) => line.replace('EXEMPLE', 'AUTRE'), 'bad-signature'],
    ['JSON written otherwise', (line) => line.replace('"agent":', '"agent": '), 'not-canonical'],
  ];
  const wrong: [string, Partial<Op>, string][] = [
    ['a number with a wrong key', { registrationNumber: '271610000001300' }, 'rejected bad-number-key'],
    [
      'a number of another station',
      { registrationNumber: aRegistrationNumber('0421', 1) },
      'rejected foreign-block',
    ],
    ['a training registration', { training: true }, 'rejected training-mismatch'],
    ['a path that climbs', { changes: [{ path: '../etc', before: null, after: 1 }] }, 'rejected bad-path'],
    ['a first version that is not the first', { version: 2 }, 'rejected first-version-expected'],
    ['a decision on nothing', { kind: 'resolve' }, 'held_missing_parent record-unknown'],
  ];
  const cases = [
    ...tampered.map(([what, tamper, reason]) => ({
      what,
      tamper,
      changes: {},
      expected: `rejected ${reason}`,
    })),
    ...wrong.map(([what, changes, expected]) => ({
      what,
      tamper: (line: string) => line,
      changes,
      expected,
    })),
  ];

  it.each(cases)('$what: it is refused alone, with a reason', async ({ tamper, changes, expected }) => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const ops = Array.from({ length: 50 }, (_, index) => station.op(index === 20 ? changes : {}));
    const lines = ops.map(({ line }, index) => ({ line: index === 20 ? tamper(line) : line }));

    const verdicts = await station.send(lines);
    expect(verdicts).toEqual(ops.map((_, index) => (index === 20 ? expected : 'accepted')));
    expect((await central.figures()).records).toBe(49);
  });

  it('and its true content is still welcome later', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const [first, second, third] = [station.op(), station.op(), station.op()];
    const forged = { line: second.line.replace('EXEMPLE', 'AUTRE') };

    expect(await station.send([first, forged, third])).toEqual([
      'accepted',
      'rejected bad-signature',
      'accepted',
    ]);
    expect(await station.send([second])).toEqual(['accepted']);
    expect(await eventsOf(central)).toEqual(['bad-signature']);
  });

  it('that is not even JSON is refused, and what follows waits for the true one', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const [first, second, third] = [station.op(), station.op(), station.op()];

    expect(await station.send([first, { line: '{"op":' }, third])).toEqual([
      'accepted',
      'rejected malformed',
      'held_missing_parent sequence-gap',
    ]);
    expect(await station.send([second])).toEqual(['accepted']);
    expect((await central.figures()).opsHeld).toBe(0);
  });
});

describe('a station whose history has two forms', () => {
  it('is suspended at the first op that reuses a place of the chain, and both contents are kept', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const clone = station.sign({ ...first.op, opId: randomUUID(), agent: 'autre.agent' });

    expect(await station.send([first, clone, station.op()])).toEqual([
      'accepted',
      'id_reuse sequence-reused',
      'quarantined station-suspended',
    ]);
    const { ops, quarantined } = await central.figures();
    expect({ ops, quarantined, events: await eventsOf(central) }).toEqual({
      ops: 1,
      quarantined: 2,
      events: ['sequence-reused'],
    });
  });

  it('is suspended when the same op comes with other content', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    await station.send([first]);
    expect(await station.send([station.sign({ ...first.op, agent: 'autre.agent' })])).toEqual([
      'id_reuse op-id-reused',
    ]);
    expect(await station.send([first])).toEqual(['duplicate']);
  });

  it('is suspended when an op does not follow from the one before', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    await station.send([station.op()]);
    expect(await station.send([station.op({ previousHash: 'a'.repeat(64) })])).toEqual([
      'quarantined chain-broken',
    ]);
    const upload = await station.request('POST', '/v1/blobs', '', tusCreation('x'));
    expect(upload.code).toBe('station-suspended');
  });
});

describe('two stations', () => {
  it('that chose the same block: the second gets one of the centre’s own, and its old numbers wait for a person', async () => {
    const central = await aCentral(postgres);
    const first = await anEnrolledStation(central, '7777');
    const second = aProtocolStation(central, '7777');
    const { body } = await second.enrol(await central.code());
    const { payload } = body as { payload: { block: string; claimedBlockContested: boolean } };

    expect([payload.block, payload.claimedBlockContested]).toEqual(['0001', true]);
    expect(await first.send([first.op()])).toEqual(['accepted']);
    expect(await second.send([second.op()])).toEqual(['quarantined contested-block']);
    expect(await second.send([second.op({ registrationNumber: aRegistrationNumber('0001', 1) })])).toEqual([
      'accepted',
    ]);
  });

  it('cannot speak for each other', async () => {
    const central = await aCentral(postgres);
    const [mine, other] = [
      await anEnrolledStation(central, '6001'),
      await anEnrolledStation(central, '6002'),
    ];
    expect(await mine.send([other.op()])).toEqual(['rejected other-station']);
    const stolen = await mine.request('POST', '/v1/ops', mine.op().line, {
      'guichet-station': other.stationId,
    });
    expect([stolen.status, stolen.code]).toEqual([401, 'bad-request-signature']);
    expect(await eventsOf(central)).toEqual(['other-station', 'bad-request-signature']);
  });
});

describe('what contradicts the centre', () => {
  it('is kept as a conflict, never written over', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const unseen = station.op(following(first.op, 2, 'TÉMOIN', 'JAMAIS VU'));
    const again = station.op(following(first.op, 1, 'TÉMOIN'));
    expect(await station.send([first, unseen, again])).toEqual([
      'accepted',
      'conflict value-differs',
      'conflict version-taken',
    ]);
    expect(await answersOf(central)).toEqual([[1, { 'identification.birthName': 'EXEMPLE' }]]);
  });

  it('a cancelled registration takes no more changes', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const cancel = station.op({ ...following(first.op, 1, ''), kind: 'cancel', changes: [] });
    const late = station.op(following(first.op, 2, 'TÉMOIN'));
    expect(await station.send([first, cancel, late])).toEqual([
      'accepted',
      'accepted',
      'conflict record-cancelled',
    ]);
  });
});

describe('an enrolment code', () => {
  it('enters one station only', async () => {
    const central = await aCentral(postgres);
    const code = await central.code();
    const [first, second] = [aProtocolStation(central, '6001'), aProtocolStation(central, '6002')];
    expect([
      (await first.enrol(code)).status,
      (await second.enrol(code)).code,
      (await first.enrol(code)).status,
    ]).toEqual([200, 'code-used', 200]);
  });

  it('is refused when expired, unknown or no code at all', async () => {
    const central = await aCentral(postgres);
    const expired = await central.createEnrolmentCode({ label: 'essai', validForMs: -1 });
    const codes = [expired, '0000-0000-0000-0000-0000-0000', 'sésame'];
    const refusals = await Promise.all(
      codes.map(async (code) => (await aProtocolStation(central).enrol(code)).code),
    );
    expect(refusals).toEqual(['code-expired', 'code-unknown', 'code-unknown']);
  });
});

describe('requests that make no sense', () => {
  it('are refused in JSON, and the centre goes on', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const gzip = { 'content-encoding': 'gzip' };
    const asked = [
      await station.request('POST', '/v1/ops', 'not gzip', gzip),
      await station.request('POST', '/v1/ops', gzipSync(Buffer.alloc(64 * 1024 * 1024)), gzip),
      await station.request('POST', '/v1/ops', '\n'.repeat(501)),
      await station.request('POST', '/v1/ops', Buffer.alloc(3 * 1024 * 1024)),
      await station.request('POST', '/v1/ops/status', '{"opIds":["x"]}'),
      await station.request('POST', '/v1/ops/status', '{'),
      await station.request('POST', '/v1/blobs/missing', '[]'),
      await station.request('GET', '/v1/blobs/%00/receipt'),
      await station.request('DELETE', '/v1/ops'),
      await aProtocolStation(central).request('POST', '/v1/ops', ''),
    ];
    expect(asked.map(({ code }) => code)).toEqual([
      'bad-request',
      'too-large',
      'too-many',
      'too-large',
      'bad-request',
      'bad-request',
      'bad-request',
      'not-found',
      'not-found',
      'unknown-station',
    ]);
    expect(
      await station.send([
        { line: '['.repeat(200_000) },
        { line: '\ud800' },
        { line: '{"op":{},"signature":1}' },
      ]),
    ).toEqual(Array(3).fill('rejected malformed'));
    expect((await fetch(`${central.url}/v1/health`)).status).toBe(200);
  });
});
