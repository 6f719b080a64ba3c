import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CommandName } from '#shared/contract/index.ts';
import { anAnswer } from '../builders/answers.ts';
import { finishedJob } from '../builders/job.ts';
import { aSmallDisk, fillDisk } from '../builders/small-disk.ts';
import { aStation, PASSPHRASE, type TestStation } from '../builders/station.ts';

async function outcome(station: TestStation, name: CommandName, input: unknown): Promise<string> {
  const envelope = await station.core.call(name, input);
  if (!envelope.ok) return envelope.error.code;
  const { jobId } = envelope.value as { jobId?: string };
  if (jobId === undefined) return 'done';
  const job = await finishedJob(station, jobId);
  return job.error?.code ?? 'done';
}

it('on a disk without room every command that writes is refused in words, what stood before stands, and all goes on with room', async () => {
  const disk = aSmallDisk(6_000);
  const station = await aStation({ folder: join(disk.folder, 'data') });
  const answers = (givenNames: string) => ({
    answers: anAnswer({ 'identification.givenNames': givenNames }),
  });
  const { registrationNumber: number } = await station.call('registrations.register', answers('Alix'));
  // Long before it is full: papers wait, and it is said; registrations go on.
  const { isDiskLow } = await station.call('safekeeping.status', {});
  const papers = await outcome(station, 'returns.scan', {});
  expect({ isDiskLow, papers }).toEqual({ isDiskLow: true, papers: 'disk-low' });
  fillDisk(disk.folder);
  // The log still has the room it was given: the first writes may go into it.
  const until: string[] = [];
  for (let person = 0; person < 200 && until.at(-1) !== 'disk-full'; person += 1)
    until.push(await outcome(station, 'registrations.register', answers(`Alix ${'x'.repeat(person)}`)));
  const saved = 1 + until.filter((code) => code === 'done').length;
  const acts: [CommandName, unknown][] = [
    ['registrations.register', answers('Sacha')],
    ['registrations.amend', { number, changes: { 'identification.locality': 'Antibes' } }],
    ['registrations.withdraw', { number, reason: 'Renonce' }],
    ['confirmations.issue', { number }],
    ['safekeeping.snapshot', {}],
    ['safekeeping.backup', { to: disk.folder, passphrase: PASSPHRASE }],
    ['retention.configure', { activeYears: 3, intermediateYears: 8, sessionEnd: '12-31' }],
  ];
  const refused: Record<string, string> = {};
  for (const [name, input] of acts) refused[name] = await outcome(station, name, input);
  const { total } = await station.call('registrations.list', {});
  await station.call('session.lock', {});
  const reading = await outcome(station, 'session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
  for (const name of readdirSync(disk.folder))
    if (name.startsWith('ballast')) rmSync(join(disk.folder, name));
  await station.call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
  const after: Record<string, string> = {};
  for (const [name, input] of acts) after[name] = await outcome(station, name, input);
  expect({ refused, total, reading }).toEqual({
    refused: Object.fromEntries(acts.map(([name]) => [name, 'disk-full'])),
    total: saved,
    reading: 'done',
  });
  expect(after).toEqual(Object.fromEntries(acts.map(([name]) => [name, 'done'])));
});
