import { describe, expect, it } from 'vitest';
import { eventsOf, findRegistration, versionsOf } from '#main/domains/registrations/index.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aCounter, type Counter } from '../builders/counter.ts';

const postgres = usePostgres();
const LOCALITY = 'identification.locality';
const EMAIL = 'identification.email';

/** Two counters of one académie, and a file that the first registered and both hold. */
async function twoCounters() {
  const central = await aCentral(postgres);
  const first = await aCounter(central, '6100');
  const second = await aCounter(central, '6200');
  const [number = ''] = first.register();
  await first.sync();
  await second.sync();
  return { central, first, second, number };
}

const digests = async (central: TestCentral, ...counters: Counter[]) => [
  (await central.figures()).recordsSha256,
  ...counters.map(({ database }) => stationDigest(database)),
];

describe('F18: two counters change the same candidate', () => {
  it('a file registered at one is found at the other, with its history', async () => {
    const { second, number } = await twoCounters();
    const found = findRegistration(second.database, number);
    expect({
      status: found?.status,
      history: found && versionsOf(second.database, found.id).map(({ version, reason }) => [version, reason]),
    }).toEqual({ status: 'awaitingReturn', history: [[1, 'otherCounter']] });
  });

  it('different fields: both changes are kept, and all hold the same', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    second.amend(number, { [EMAIL]: 'autre@example.org' });
    await first.sync();
    await second.sync();
    await first.sync();
    expect(
      [first, second].map((counter) => [
        counter.answerAt(number, 'locality'),
        counter.answerAt(number, 'email'),
      ]),
    ).toEqual([
      ['Cannes', 'autre@example.org'],
      ['Cannes', 'autre@example.org'],
    ]);
    expect(new Set(await digests(central, first, second)).size).toBe(1);
  });

  it('the same field, the same value: nothing to decide, and no version more', async () => {
    const { central, first, second, number } = await twoCounters();
    for (const counter of [first, second]) counter.amend(number, { [LOCALITY]: 'Cannes' });
    await first.sync();
    await second.sync();
    await first.sync();
    expect({
      conflicts: await second.conflicts(),
      versions: [first, second].map(({ database }) => findRegistration(database, number)?.version),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({ conflicts: [], versions: [2, 2], same: 1 });
  });

  it('the same field, another value: what came first stays everywhere, the other waits for a person at both', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    second.amend(number, { [LOCALITY]: 'Menton', [EMAIL]: 'autre@example.org' });
    await first.sync();
    await second.sync();
    await first.sync();
    const seen = await Promise.all([first.conflicts(), second.conflicts()]);
    expect({
      localities: [first, second].map((counter) => counter.answerAt(number, 'locality')),
      conflicts: seen.map((list) => list.map(({ reason, fields }) => ({ reason, fields }))),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({
      localities: ['Cannes', 'Cannes'],
      conflicts: Array(2).fill([
        {
          reason: 'value-differs',
          fields: [
            { path: LOCALITY, current: 'Cannes', proposed: 'Menton', isContested: true },
            expect.objectContaining({ path: EMAIL, proposed: 'autre@example.org', isContested: false }),
          ],
        },
      ]),
      same: 1,
    });
  });

  it('what a person decides at one counter is known at the other, and to the centre', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    second.amend(number, { [LOCALITY]: 'Menton' });
    for (const counter of [first, second, first]) await counter.sync();
    const [conflict] = await first.conflicts();
    await first.decide(conflict?.id ?? '', [LOCALITY]);
    for (const counter of [first, second]) await counter.sync();
    const found = findRegistration(first.database, number);
    expect({
      localities: [first, second].map((counter) => counter.answerAt(number, 'locality')),
      left: [await first.conflicts(), await second.conflicts()],
      events: found && eventsOf(first.database, found.id).map(({ kind, detail }) => [kind, detail['reason']]),
      states: second.outbox().map(({ state }) => state),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({
      localities: ['Menton', 'Menton'],
      left: [[], []],
      events: [['conflictDecided', 'Vu avec le candidat']],
      states: ['acknowledged'],
      same: 1,
    });
  });

  it('what the counter that proposed it decides asks for nobody there any more', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    second.amend(number, { [LOCALITY]: 'Menton' });
    for (const counter of [first, second]) await counter.sync();
    const [conflict] = await second.conflicts();
    await second.decide(conflict?.id ?? '', [LOCALITY]);
    for (const counter of [second, first]) await counter.sync();
    expect({
      localities: [first, second].map((counter) => counter.answerAt(number, 'locality')),
      states: second.outbox().map(({ state }) => state),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({
      localities: ['Menton', 'Menton'],
      states: ['acknowledged', 'acknowledged'],
      same: 1,
    });
  });

  it('decided at both without a line: the first that arrives counts, the second waits in its turn', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    second.amend(number, { [LOCALITY]: 'Menton' });
    for (const counter of [first, second, first]) await counter.sync();
    const [conflict] = await first.conflicts();
    const id = conflict?.id ?? '';
    await first.decide(id, []);
    await second.decide(id, [LOCALITY]);
    for (const counter of [first, second, first]) await counter.sync();
    expect({
      localities: [first, second].map((counter) => counter.answerAt(number, 'locality')),
      reasons: (await first.conflicts()).map(({ reason }) => reason),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({ localities: ['Cannes', 'Cannes'], reasons: ['already-decided'], same: 1 });
  });

  it('a change against a withdrawal: the file stays as the first left it, and a person decides', async () => {
    const { central, first, second, number } = await twoCounters();
    first.amend(number, { [LOCALITY]: 'Cannes' });
    await second.withdraw(number);
    for (const counter of [first, second, first]) await counter.sync();
    const statuses = () => [first, second].map(({ database }) => findRegistration(database, number)?.status);
    const held = statuses();
    const [conflict] = await second.conflicts();
    await second.decide(conflict?.id ?? '', ['file.status']);
    for (const counter of [second, first]) await counter.sync();
    expect({
      held,
      proposes: conflict?.proposes,
      decided: statuses(),
      same: new Set(await digests(central, first, second)).size,
    }).toEqual({
      held: ['awaitingReturn', 'awaitingReturn'],
      proposes: 'end',
      decided: ['withdrawn', 'withdrawn'],
      same: 1,
    });
  });

  it('a withdrawal that arrives first ends the file at the other counter too; its change waits', async () => {
    const { first, second, number } = await twoCounters();
    await first.withdraw(number);
    second.amend(number, { [LOCALITY]: 'Cannes' });
    for (const counter of [first, second]) await counter.sync();
    expect({
      status: findRegistration(second.database, number)?.status,
      reasons: (await second.conflicts()).map(({ reason }) => reason),
    }).toEqual({ status: 'withdrawn', reasons: ['record-cancelled'] });
  });
});
