import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contract, type CommandName } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/station.ts';
import { RIGHTS } from '#shared/rights.ts';
import { anAnswer } from '../../tests/builders/answers.ts';
import { anotherClerk } from '../../tests/builders/clerk.ts';
import { aStation, PASSPHRASE, type TestStation } from '../../tests/builders/station.ts';

const HEAD = { login: 'agent.essai', passphrase: PASSPHRASE };
const RESERVED = Object.entries(contract)
  .filter(([, { access }]) => access === 'agent')
  .map(([name]) => name as CommandName);
/** No command takes it: who may call hears that, and nothing is done. */
const NO_INPUT = { 'une rubrique que personne ne connaît': true };

/** The lines of docs/roles.md: command, then a cross for each role that may call. */
function documentedRights(): Record<string, Role[]> {
  const text = readFileSync(new URL('../../docs/roles.md', import.meta.url), 'utf8');
  const lines = text.matchAll(/^\| `([a-zA-Z]+\.[a-zA-Z]+)` +\|(.*)\|$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = '', cells = '']) => [
      name,
      ROLES.filter((_role, index) => cells.split('|')[index]?.trim() === 'x'),
    ]),
  );
}

async function asEach(station: TestStation, work: (role: Role) => Promise<void>): Promise<void> {
  for (const role of ROLES) {
    const clerk = await anotherClerk(station, role, HEAD);
    await station.call('session.unlock', clerk.own);
    await work(role);
    await station.call('session.unlock', HEAD);
  }
}

it('every command answers the roles that docs/roles.md gives it, and refuses the others', async () => {
  const station = await aStation();
  const found: Record<string, Role[]> = Object.fromEntries(RESERVED.map((name) => [name, []]));
  await asEach(station, async (role) => {
    for (const name of RESERVED) {
      const envelope = await station.core.call(name, NO_INPUT);
      const code = envelope.ok ? 'done' : envelope.error.code;
      if (code !== 'forbidden') found[name]?.push(role);
      expect([name, code]).toEqual([name, code === 'forbidden' ? 'forbidden' : 'invalid-input']);
    }
  });
  expect(found).toEqual(documentedRights());
  expect(Object.keys(RIGHTS).sort()).toEqual([...RESERVED].sort());
});

it('nothing that an auditor may call tells of a candidate, her disability least of all', async () => {
  const station = await aStation();
  const answers = anAnswer({
    'identification.birthName': 'DÉVOILÉE',
    'candidature.disability': true,
    'candidature.disabilityRequest': 'existing',
  });
  const { registrationNumber } = await station.call('registrations.register', { answers: { ...answers } });
  const own = (await anotherClerk(station, 'auditor', HEAD)).own;
  await station.call('session.unlock', own);
  const mayCall = RESERVED.filter((name) => RIGHTS[name as keyof typeof RIGHTS].includes('auditor'));
  const inputs = [{}, { id: registrationNumber }, { number: registrationNumber }, { query: 'DÉVOILÉE' }];
  const told: { name: CommandName; text: string }[] = [];
  for (const name of mayCall.filter((one) => one !== 'station.changePassphrase')) {
    for (const input of inputs)
      told.push({ name, text: JSON.stringify(await station.core.call(name, input)) });
  }
  const words = ['DÉVOILÉE', 'disability', 'existing', answers.identification.email];
  expect(words.filter((word) => told.some(({ text }) => text.includes(word)))).toEqual([]);
  // The audit log is about files by their number, and is all that names one.
  const naming = told.filter(({ text }) => text.includes(registrationNumber)).map(({ name }) => name);
  expect([...new Set(naming)]).toEqual(['audit.list']);
});
