import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { anEnrolledStation, type ProtocolStation, type SignedOp } from '../builders/protocol-station.ts';
import { answersAsChanges, changesAfter, FIRST_ANSWERS, onFile } from '../builders/shared-file.ts';

const postgres = usePostgres();
const PHONE = 'identification.phone';
const LOCALITY = 'identification.locality';

interface TwoCounters {
  central: TestCentral;
  first: ProtocolStation;
  second: ProtocolStation;
  /** Registered by the first counter and known to both. */
  file: SignedOp;
  seen: { parent: SignedOp; version: number };
}

async function twoCounters(): Promise<TwoCounters> {
  const central = await aCentral(postgres);
  const first = await anEnrolledStation(central, '6100');
  const second = await anEnrolledStation(central, '6200');
  const file = first.op({ changes: answersAsChanges(FIRST_ANSWERS) });
  await first.send([file]);
  return { central, first, second, file, seen: { parent: file, version: 1 } };
}

async function held({ central }: TwoCounters) {
  const [row] = await central.rows('SELECT version, cancelled, answers FROM registration');
  const answers = JSON.parse(String(row?.['answers'])) as Record<string, unknown>;
  const changed = Object.entries(answers).filter(([path, value]) => FIRST_ANSWERS[path] !== value);
  return { version: row?.['version'], cancelled: row?.['cancelled'], changed: Object.fromEntries(changed) };
}

const openConflicts = async ({ central }: TwoCounters) =>
  (
    await central.rows('SELECT reason, paths FROM conflict WHERE decided_by_op IS NULL ORDER BY opened_ms')
  ).map(({ reason, paths }) => `${String(reason)} ${(JSON.parse(String(paths)) as string[]).join()}`.trim());

describe('two counters change the same file, neither having seen the other', () => {
  it('different fields that stand alone are united', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    expect(await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))])).toEqual([
      'accepted',
    ]);
    expect(await second.send([second.op(onFile(file, seen, { [LOCALITY]: 'Antibes' }))])).toEqual(['merged']);
    expect(await held(two)).toEqual({
      version: 3,
      cancelled: false,
      changed: { [PHONE]: '+33600000002', [LOCALITY]: 'Antibes' },
    });
  });

  it('the same value for the same field is no contradiction, and makes no version', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    expect(await second.send([second.op(onFile(file, seen, { [PHONE]: '+33600000002' }))])).toEqual([
      'merged',
    ]);
    expect(await held(two)).toEqual({ version: 2, cancelled: false, changed: { [PHONE]: '+33600000002' } });
  });

  it('another value for the same field waits for a person, whole; what was there stays', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    const late = second.op(onFile(file, seen, { [PHONE]: '+33600000003', [LOCALITY]: 'Antibes' }));
    expect(await second.send([late])).toEqual(['conflict value-differs']);
    expect(await held(two)).toEqual({ version: 2, cancelled: false, changed: { [PHONE]: '+33600000002' } });
    expect(await openConflicts(two)).toEqual([`value-differs ${PHONE}`]);
  });

  it('two halves of one identity are never put together, though the fields differ', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    await first.send([first.op(onFile(file, seen, { 'identification.birthName': 'TÉMOIN' }))]);
    const late = second.op(onFile(file, seen, { 'identification.givenNames': 'Dominique' }));
    expect(await second.send([late])).toEqual(['conflict group-differs']);
    expect(await openConflicts(two)).toEqual(['group-differs identification.givenNames']);
  });

  it('a withdrawal of a file that was changed meanwhile waits; so does a change of a file withdrawn meanwhile', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    const end = { kind: 'cancel' as const, version: 1, changes: [] };
    expect(await second.send([second.op(onFile(file, seen, {}, end))])).toEqual([
      'conflict edited-meanwhile',
    ]);

    const other = await twoCounters();
    await other.first.send([other.first.op(onFile(other.file, other.seen, {}, end))]);
    const late = other.second.op(onFile(other.file, other.seen, { [PHONE]: '+33600000003' }));
    expect(await other.second.send([late])).toEqual(['conflict record-cancelled']);
    expect(await held(other)).toEqual({ version: 1, cancelled: true, changed: {} });
  });

  it('what follows a change that was united is applied in its turn', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    const one = second.op(onFile(file, seen, { [LOCALITY]: 'Antibes' }));
    const next = second.op({
      ...onFile(file, { parent: one, version: 1 }, {}),
      version: 3,
      changes: [{ path: LOCALITY, before: 'Antibes', after: 'Menton' }],
    });
    expect([await second.send([one]), await second.send([next])]).toEqual([['merged'], ['merged']]);
    expect((await held(two)).changed).toEqual({ [PHONE]: '+33600000002', [LOCALITY]: 'Menton' });
  });
});

describe('what a person decides', () => {
  it('is an op like any other: the proposal waits no more, and a second decision finds nothing left', async () => {
    const two = await twoCounters();
    const { first, second, file, seen } = two;
    const theirs = first.op(onFile(file, seen, { [PHONE]: '+33600000002' }));
    await first.send([theirs]);
    const late = second.op(onFile(file, seen, { [PHONE]: '+33600000003' }));
    await second.send([late]);
    const decision = {
      ...onFile(file, { parent: theirs, version: 2 }, {}, { kind: 'resolve', resolves: [late.op.opId] }),
      changes: [{ path: PHONE, before: '+33600000002', after: '+33600000003' }],
    };
    expect(await second.send([second.op(decision)])).toEqual(['accepted']);
    expect({ file: await held(two), open: await openConflicts(two) }).toEqual({
      file: { version: 3, cancelled: false, changed: { [PHONE]: '+33600000003' } },
      open: [],
    });
    expect(await first.send([first.op(decision)])).toEqual(['conflict already-decided']);
  });
});

describe('a counter reads what the others did', () => {
  it('with the state of each file, and nothing that it knows from its own verdicts', async () => {
    const { first, second, file, seen } = await twoCounters();
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    const read = await changesAfter(second);
    expect({
      entries: read.entries.map(({ kind, verdict, resultVersion }) => [kind, verdict, resultVersion]),
      records: read.records.map(({ version, answers }) => [version, answers[PHONE]]),
      own: (await changesAfter(first)).entries,
    }).toEqual({
      entries: [
        ['create', 'accepted', 1],
        ['amend', 'accepted', 2],
      ],
      records: [[2, '+33600000002']],
      own: [],
    });
    expect((await changesAfter(second, read.cursor)).entries).toEqual([]);
  });

  it('and what was decided of its own proposals', async () => {
    const { first, second, file, seen } = await twoCounters();
    await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
    const { cursor } = await changesAfter(second);
    const late = second.op(onFile(file, seen, { [PHONE]: '+33600000003' }));
    await second.send([late]);
    const { entries } = await changesAfter(second, cursor);
    expect(entries.map(({ opId, verdict, conflict }) => ({ opId, verdict, conflict }))).toEqual([
      { opId: late.op.opId, verdict: 'conflict', conflict: { reason: 'value-differs', paths: [PHONE] } },
    ]);
  });

  it('a change whose transaction is still open is not stepped over', async () => {
    const { central, first, second } = await twoCounters();
    const { cursor } = await changesAfter(second);
    const slow = new pg.Client({ connectionString: central.databaseUrl });
    await slow.connect();
    try {
      await slow.query('BEGIN');
      await slow.query('SELECT pg_current_xact_id()');
      await first.send([first.op()]);
      const meanwhile = await changesAfter(second, cursor);
      await slow.query('COMMIT');
      const after = await changesAfter(second, meanwhile.cursor);
      expect([meanwhile.entries.length, after.entries.length]).toEqual([0, 1]);
    } finally {
      await slow.end();
    }
  });

  it('of another académie reads nothing, and may not touch its files', async () => {
    const { central, file, seen, first } = await twoCounters();
    const stranger = await anEnrolledStation(central, '6300');
    await central.rows(`UPDATE station SET academy_code = '04' WHERE station_id = $1`, [stranger.stationId]);
    expect(await stranger.send([stranger.op(onFile(file, seen, { [PHONE]: '+33600000009' }))])).toEqual([
      'rejected other-academy',
    ]);
    expect((await changesAfter(stranger)).entries).toEqual([]);
    expect(await first.send([first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))])).toEqual([
      'accepted',
    ]);
  });
});
