import { expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { aStation, PASSPHRASE } from '../../../../tests/builders/station.ts';

const HEAD = { login: 'agent.essai', passphrase: PASSPHRASE };
const override = { code: 'residence-other-academy', reason: 'Déménagement en cours, bail présenté' } as const;

async function aStationOfThree() {
  const station = await aStation();
  const campaign = aCampaign({ id: 'essai-nice-2027', academyCode: '23', residence: 'required' });
  await station.call('campaigns.import', { content: JSON.stringify(campaign) });
  const supervisor = await anotherClerk(station, 'caseManager', HEAD);
  const clerk = await anotherClerk(station, 'counterAgent', HEAD);
  await station.call('session.unlock', clerk.own);
  const answers = anAnswer({
    'candidature.campaignId': 'essai-nice-2027',
    'identification.postcode': '13001',
    'identification.locality': 'Marseille',
  });
  return { station, supervisor, clerk, answers: { ...answers } };
}

it('a supervisor approves on the spot that a rule is set aside, and the file bears both names', async () => {
  const { station, supervisor, clerk, answers } = await aStationOfThree();
  const { approval, approvedBy } = await station.call('session.approve', { ...supervisor.own, override });
  const overrides = [{ ...override, approval }];
  const { registrationNumber } = await station.call('registrations.register', { answers, overrides });
  const { events } = await station.call('registrations.get', { number: registrationNumber });
  const { agent } = await station.call('station.status', {});
  expect([approvedBy, agent?.id, events.map(({ kind, agent: by, detail }) => [kind, by, detail])]).toEqual([
    'Agent caseManager',
    clerk.id,
    [
      [
        'overridden',
        'Agent counterAgent',
        { ...override, version: '01', approvedBy: 'Agent caseManager', approverId: supervisor.id },
      ],
    ],
  ]);
});

it('an approval is for one act, one reason, a quarter of an hour, and of whoever may give it', async () => {
  const { station, supervisor, clerk, answers } = await aStationOfThree();
  const refused = async (overrides: readonly object[]) =>
    (await station.failure('registrations.register', { answers, overrides })).fields.map(({ code }) => code);
  const own = await station.failure('session.approve', { ...clerk.own, override });
  const wrong = await station.failure('session.approve', {
    ...supervisor.own,
    passphrase: 'pas la bonne',
    override,
  });
  const alone = await refused([override]);
  const { approval } = await station.call('session.approve', { ...supervisor.own, override });
  const otherReason = await refused([{ ...override, reason: 'Un autre motif', approval }]);
  station.clock.pass(9 * 60_000);
  await station.call('session.touch', {});
  station.clock.pass(7 * 60_000);
  const late = await refused([{ ...override, approval }]);
  const again = await station.call('session.approve', { ...supervisor.own, override });
  const overrides = [{ ...override, approval: again.approval }];
  await station.call('registrations.register', { answers, overrides });
  const other = anAnswer({
    'identification.givenNames': 'Camille',
    'candidature.campaignId': 'essai-nice-2027',
    'identification.postcode': '13001',
  });
  const spent = await station.failure('registrations.register', { answers: { ...other }, overrides });
  const both = ['residence-other-academy', 'override-not-allowed'];
  expect([own.code, wrong.code, alone, otherReason, late, spent.fields.map(({ code }) => code)]).toEqual([
    'approver-not-entitled',
    'wrong-passphrase',
    both,
    both,
    both,
    both,
  ]);
});
