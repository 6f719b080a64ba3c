import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { conflictHandlers } from '#main/domains/conflicts/index.ts';
import { fileLifeHandlers } from '#main/domains/file-life/index.ts';
import { openReference } from '#main/domains/reference/index.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { aCampaign } from './campaign.ts';
import type { TestCentral } from './central.ts';
import { aSyncStation, type SyncStation } from './sync-station.ts';

/** A station that shares its files with others of its académie, and the person who decides between them. */
export interface Counter extends SyncStation {
  answerAt(number: string, path: 'locality' | 'email' | 'givenNames'): string | undefined;
  conflicts(): ReturnType<ReturnType<typeof conflictHandlers>['conflicts.list']>;
  decide(id: string, accept: string[]): unknown;
  withdraw(number: string): unknown;
}

export async function aCounter(central: TestCentral, block: string): Promise<Counter> {
  const station = aSyncStation({ block });
  // The one a registration is made under, and the one its answers name.
  for (const id of ['essai-2027', 'training-2027'])
    keepCampaign(station.database, aCampaign({ id, training: false }), 'agent.essai', 0);
  const reference = openReference();
  const acts = { ...conflictHandlers(reference), ...fileLifeHandlers(reference) };
  const { context } = station;
  const supervisor = { ...context, agent: { ...context.agent, role: 'bureauHead' as const } };
  await station.enrolAt(central);
  return {
    ...station,
    answerAt: (number, path) => findRegistration(station.database, number)?.answers.identification[path],
    conflicts: () => acts['conflicts.list']({}, context),
    decide: (id, accept) =>
      acts['conflicts.resolve']({ id, accept, reason: 'Vu avec le candidat' }, supervisor),
    withdraw: (number) => acts['registrations.withdraw']({ number, reason: 'Renonce' }, supervisor),
  };
}
