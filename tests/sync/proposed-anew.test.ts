import { describe, expect, it } from 'vitest';
import { enrolAgain, stationDigest } from '#main/sync/index.ts';
import { aBatch, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aCounter, type Counter } from '../builders/counter.ts';
import { aFolder } from '../builders/folder.ts';
import { anOfficePerson } from '../builders/office-person.ts';

const postgres = usePostgres();
const LOCALITY = 'identification.locality';

/** A proposal that the centre took from a key and holds for a person, the counter not knowing so yet. */
async function aProposalUnheard() {
  const central = await aCentral(postgres);
  const [counter, other] = [await aCounter(central, '6100'), await aCounter(central, '6200')];
  const [number = ''] = counter.register();
  await counter.sync();
  await other.sync();
  other.amend(number, { [LOCALITY]: 'Cannes' });
  await other.sync();
  counter.amend(number, { [LOCALITY]: 'Menton' });
  await takenIn(central, await aBatch(counter, aFolder()));
  const attachAgain = async () => {
    await attachedAgain(central, counter);
    await counter.sync();
  };
  return { central, counter, other, number, attachAgain };
}

async function attachedAgain(central: TestCentral, { database, context }: Counter): Promise<void> {
  const replaces = String(database.get('SELECT station_id FROM station')?.['station_id']);
  const code = await central.createEnrolmentCode({ label: 'de nouveau', validForMs: 60_000, replaces });
  await enrolAgain(context, { code });
}

const outcomes = (counter: Counter) =>
  counter.outbox().map(({ state, verdict, reason }) => [state, verdict, reason].filter(Boolean).join(' '));
const waitingAt = async (counter: Counter) => (await counter.conflicts()).map(({ reason }) => reason);
const waitingAtCentre = async (central: TestCentral) =>
  (await central.rows('SELECT reason FROM conflict WHERE decided_by_op IS NULL')).map(({ reason }) => reason);

const heldAtCentre = async (central: TestCentral) =>
  (await central.rows(`SELECT reason FROM op WHERE verdict = 'held_missing_parent'`)).map(
    ({ reason }) => reason,
  );

describe('a proposal that waits for a person, of a counter that is attached again', () => {
  it('is the same one when it comes signed anew: it waits once, at the centre and at every counter', async () => {
    const { central, counter, other, attachAgain } = await aProposalUnheard();
    await attachAgain();
    await other.sync();
    expect({
      outcomes: outcomes(counter),
      centre: await waitingAtCentre(central),
      counters: [await waitingAt(counter), await waitingAt(other)],
      digest: (await central.figures()).recordsSha256,
    }).toEqual({
      outcomes: ['acknowledged accepted', 'replaced', 'refused conflict value-differs'],
      centre: ['value-differs'],
      counters: [['value-differs'], ['value-differs']],
      digest: stationDigest(counter.database),
    });
  });

  it('is shown once at the rectorat, and decided there for the counter as it is now', async () => {
    const { central, counter, other, number, attachAgain } = await aProposalUnheard();
    await attachAgain();
    const decider = await anOfficePerson(central, 'decider');
    const { text } = await decider.get('/rectorat/desaccords');
    const decisions = [...text.matchAll(/\/rectorat\/desaccords\/([\w-]{36})/g)].map(([, id]) => id);
    await decider.post(`/rectorat/desaccords/${decisions[0] ?? ''}`, { take: LOCALITY });
    for (const each of [counter, other]) await each.sync();
    expect({
      decisions: decisions.length,
      last: outcomes(counter).at(-1),
      waiting: [await waitingAt(counter), await waitingAt(other), await waitingAtCentre(central)],
      localities: [counter, other].map((each) => each.answerAt(number, 'locality')),
    }).toEqual({
      decisions: 1,
      last: 'acknowledged conflict value-differs',
      waiting: [[], [], []],
      localities: ['Menton', 'Menton'],
    });
  });

  it('is still the same one when the counter is attached again twice', async () => {
    const { central, counter, other, attachAgain } = await aProposalUnheard();
    await attachedAgain(central, counter);
    await takenIn(central, await aBatch(counter, aFolder()));
    await attachAgain();
    await other.sync();
    const waiting = await other.conflicts();
    await other.decide(waiting[0]?.id ?? '', []);
    for (const each of [other, counter]) await each.sync();
    expect([waiting.length, outcomes(counter), await waitingAtCentre(central)]).toEqual([
      1,
      ['acknowledged accepted', ...Array<string>(2).fill('replaced'), 'acknowledged conflict value-differs'],
      [],
    ]);
  });

  it('is decided by that counter itself', async () => {
    const { central, counter, number, attachAgain } = await aProposalUnheard();
    await attachAgain();
    const [conflict] = await counter.conflicts();
    await counter.decide(conflict?.id ?? '', [LOCALITY]);
    await counter.sync();
    expect({
      outcomes: outcomes(counter).slice(2),
      waiting: [await waitingAt(counter), await waitingAtCentre(central)],
      locality: counter.answerAt(number, 'locality'),
    }).toEqual({
      outcomes: ['acknowledged conflict value-differs', 'acknowledged accepted'],
      waiting: [[], []],
      locality: 'Menton',
    });
  });

  it('that was decided meanwhile is not proposed again, and asks for nobody any more', async () => {
    const { central, counter, other, number, attachAgain } = await aProposalUnheard();
    await other.sync();
    const [conflict] = await other.conflicts();
    await other.decide(conflict?.id ?? '', []);
    await other.sync();
    await attachAgain();
    await other.sync();
    expect({
      outcomes: outcomes(counter),
      waiting: [await waitingAt(counter), await waitingAt(other), await waitingAtCentre(central)],
      localities: [counter, other].map((each) => each.answerAt(number, 'locality')),
      digest: (await central.figures()).recordsSha256,
    }).toEqual({
      outcomes: ['acknowledged accepted', 'replaced', 'acknowledged merged'],
      waiting: [[], [], []],
      localities: ['Cannes', 'Cannes'],
      digest: stationDigest(counter.database),
    });
  });
});

/** Two counters whose centre was restored from before a file that both hold, and that only the other can bring again. */
async function aFileLost() {
  const before = await aCentral(postgres);
  const [counter, other] = [await aCounter(before, '6100'), await aCounter(before, '6200')];
  await before.close();
  const backup = await postgres.copyOf(before.databaseUrl);
  const { databaseUrl, dataFolder } = before;
  const lost = await aCentral(postgres, { databaseUrl, dataFolder });
  const leadTo = ({ url }: TestCentral) => {
    for (const { database } of [counter, other]) database.run('UPDATE central_server SET url = ?', url);
  };
  leadTo(lost);
  const [number = ''] = other.register();
  await other.sync();
  await counter.sync();
  await lost.close();
  const central = await aCentral(postgres, { databaseUrl: backup, dataFolder });
  leadTo(central);
  return { central, counter, other, number };
}

describe('a change that waits for a file the centre has lost, of a counter that is attached again', () => {
  it('waits under its new name alone, and is applied once when the file comes back', async () => {
    const { central, counter, other, number } = await aFileLost();
    counter.amend(number, { [LOCALITY]: 'Menton' });
    await counter.sync();
    await attachedAgain(central, counter);
    await counter.sync();
    const before = await heldAtCentre(central);
    await other.sync();
    await counter.sync();
    expect({
      held: [before, await heldAtCentre(central)],
      outcomes: outcomes(counter),
      changes: await central.rows('SELECT verdict FROM change ORDER BY change_seq'),
      digest: (await central.figures()).recordsSha256,
    }).toEqual({
      held: [['record-unknown'], []],
      outcomes: ['replaced', 'acknowledged duplicate'],
      changes: [{ verdict: 'accepted' }, { verdict: 'accepted' }],
      digest: stationDigest(counter.database),
    });
  });
});
