import { describe, expect, it } from 'vitest';
import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { enrolAgain, stationDigest } from '#main/sync/index.ts';
import { aBatch, settle, takenIn } from '../builders/batches.ts';
import { aCampaign } from '../builders/campaign.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();
const LOCALITY = 'identification.locality';
const EMAIL = 'identification.email';

async function aCounter(central: TestCentral, block: string): Promise<SyncStation> {
  const station = aSyncStation({ block });
  for (const id of ['essai-2027', 'training-2027'])
    keepCampaign(station.database, aCampaign({ id, training: false }), 'agent.essai', 0);
  await station.enrolAt(central);
  return station;
}

/** Two files that the centre took in from a key, the counter not knowing so yet. */
async function takenUnheard(count = 2) {
  const central = await aCentral(postgres);
  const [counter, other] = [await aCounter(central, '6100'), await aCounter(central, '6200')];
  const [first = '', second = ''] = counter.register(count);
  const [volume] = await takenIn(central, await aBatch(counter, aFolder()));
  const receipt = volume?.receipt ?? new Uint8Array();
  const code = await central.createEnrolmentCode({
    label: 'de nouveau',
    validForMs: 60_000,
    replaces: counter.stationId,
  });
  const attachAgain = () => enrolAgain(counter.context, { code });
  return { central, counter, other, first, second, receipt, attachAgain };
}

const answersAt = ({ database }: SyncStation, number: string) => {
  const identification = findRegistration(database, number)?.answers.identification;
  return [identification?.locality, identification?.email];
};
const outcomes = (counter: SyncStation) =>
  counter.outbox().map(({ state, verdict, reason }) => [state, verdict, reason].filter(Boolean).join(' '));

describe('what the centre took from a counter that has not heard so and is attached again', () => {
  it('is the same act when it comes a second time, and what follows it goes on from there', async () => {
    const { central, counter, first, second, receipt, attachAgain } = await takenUnheard();
    counter.amend(first, { [EMAIL]: 'autre@example.org' });
    await attachAgain();
    const { opsPending, opsRefused } = await counter.sync();
    counter.amend(second, { [LOCALITY]: 'Antibes' });
    await counter.sync();
    expect({
      left: [opsPending, opsRefused],
      outcomes: outcomes(counter),
      rows: await central.rows(
        'SELECT version, answers::text LIKE $1 AS amended FROM registration ORDER BY registration_number',
        ['%autre@example.org%'],
      ),
      changes: await central.rows('SELECT count(*)::int AS changes FROM change'),
      digest: (await central.figures()).recordsSha256,
    }).toEqual({
      left: [0, 0],
      outcomes: [...Array<string>(3).fill('replaced'), ...Array<string>(4).fill('acknowledged accepted')],
      rows: [
        { version: 2, amended: true },
        { version: 2, amended: false },
      ],
      changes: [{ changes: 4 }],
      digest: stationDigest(counter.database),
    });
    expect(() => settle(counter, receipt)).toThrow('receipt-former');
  });

  it('does not hide what another counter did since', async () => {
    const { central, counter, other, first, second, attachAgain } = await takenUnheard();
    await other.sync();
    other.amend(first, { [LOCALITY]: 'Antibes' });
    other.amend(second, { [LOCALITY]: 'Menton' });
    await other.sync();
    counter.amend(first, { [EMAIL]: 'autre@example.org' });
    counter.amend(second, { [LOCALITY]: 'Cannes' });
    await attachAgain();
    await counter.sync();
    await other.sync();
    expect({
      outcomes: outcomes(counter).slice(4),
      first: [counter, other].map((each) => answersAt(each, first)),
      second: answersAt(other, second)[0],
      digest: (await central.figures()).recordsSha256,
    }).toEqual({
      outcomes: [
        'acknowledged accepted',
        'acknowledged accepted',
        'acknowledged merged',
        'refused conflict value-differs',
      ],
      first: Array(2).fill(['Antibes', 'autre@example.org']),
      second: 'Menton',
      digest: stationDigest(other.database),
    });
  });

  it('is known for its own act also when what follows it comes in a later request', async () => {
    const { central, counter, other, first, attachAgain } = await takenUnheard(300);
    await other.sync();
    other.amend(first, { [LOCALITY]: 'Antibes' });
    await other.sync();
    counter.amend(first, { [EMAIL]: 'autre@example.org' });
    await attachAgain();
    await counter.sync();
    expect([outcomes(counter).at(-1), answersAt(counter, first)]).toEqual([
      'acknowledged merged',
      ['Antibes', 'autre@example.org'],
    ]);
    expect((await central.figures()).recordsSha256).toBe(stationDigest(counter.database));
  });
});
