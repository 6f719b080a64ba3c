import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/jobs.ts';
import { aSignedScan } from '../builders/signed-scan.ts';
import type { KnownPerson } from './known-people.ts';

export type Call = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name>>;

/** The job once it has ended. Throws when it failed. */
export async function endOfJob(call: Call, id: string): Promise<Job> {
  for (;;) {
    const job = await call('jobs.get', { id });
    if (job.state === 'done') return job;
    if (job.state !== 'running') throw new Error(`${job.kind}: ${job.error?.code ?? job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * People told to a station in every way it hears of them: forms, drafts, amendments, papers, scans, lists, views. Returns their numbers.
 * `leavings`: a draft that nobody ends and a view by a name, which no purge reaches (docs/privacy.md).
 */
export async function workWithPeople(
  call: Call,
  people: readonly KnownPerson[],
  { leavings = true } = {},
): Promise<string[]> {
  const numbers: string[] = [];
  for (const { answers } of people) {
    const { id } = await call('drafts.save', { answers, step: 3 });
    const { registrationNumber } = await call('registrations.register', { answers });
    await call('drafts.discard', { id });
    numbers.push(registrationNumber);
  }
  const [first = '', second = ''] = numbers;
  const [one, other] = people;
  if (!one || !other) throw new Error('two people at least');
  await call('registrations.amend', { number: first, changes: { 'identification.locality': 'Antibes' } });
  await call('registrations.search', { query: other.answers.identification.birthName });
  if (leavings) {
    await call('drafts.save', { answers: one.answers, step: 2 });
    await call('views.save', { name: other.answers.identification.birthName, filters: {}, sort: {} });
  }
  for (const number of numbers.slice(0, 6)) await call('confirmations.issue', { number });
  await call('letters.issue', { number: second, kind: 'specificNoticeSlip' }).catch(() => undefined);
  await exportList(call);
  await bringBack(call, first);
  return numbers;
}

async function exportList(call: Call): Promise<void> {
  const { jobId } = await call('lists.export', { filters: {}, sort: {}, format: 'xlsx' });
  while ((await call('lists.chunk', { jobId })).bytes !== null);
}

/** Her sheet comes back signed, is read, and taken in. */
async function bringBack(call: Call, number: string): Promise<void> {
  const issued = await call('confirmations.issue', { number });
  const { jobId, stackId } = await call('returns.read', { files: [await aSignedScan(issued)] });
  await endOfJob(call, jobId);
  const [page] = await call('returns.list', { stackId });
  if (!page) throw new Error('no page was read');
  await call('returns.accept', { id: page.id, signed: true, dated: true, changes: {} });
}
