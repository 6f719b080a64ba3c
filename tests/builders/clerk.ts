import type { Role } from '#shared/contract/station.ts';
import type { TestStation } from './station.ts';

export interface TestClerk {
  id: string;
  /** What she types. */
  own: { login: string; passphrase: string };
}

/** Another clerk of the station, who has chosen her own passphrase. Whoever had it open has it open again. */
export async function anotherClerk(
  station: TestStation,
  role: Role,
  back: { login: string; passphrase: string },
): Promise<TestClerk> {
  const login = `${role.toLowerCase()}.essai`;
  const passphrase = `la phrase de passe ${role}`;
  const added = await station.call('clerks.add', { login, name: `Agent ${role}`, role });
  await station.call('session.unlock', { login, passphrase: added.temporaryPassphrase });
  await station.call('station.changePassphrase', { before: added.temporaryPassphrase, after: passphrase });
  await station.call('session.unlock', back);
  return { id: added.clerk.id, own: { login, passphrase } };
}
