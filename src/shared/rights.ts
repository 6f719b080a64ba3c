import type { CommandName } from './contract/index.ts';
import type { Role } from './contract/station.ts';

/** Clerks who may set a rule aside, correct an identity, end a candidature, unlock a file. */
export const SUPERVISORS: readonly Role[] = ['caseManager', 'bureauHead'];

/** Commands that not every clerk may call; the others are for all who hold a key of the station. */
const RESERVED: Partial<Record<CommandName, readonly Role[]>> = {
  'campaigns.import': SUPERVISORS,
};

export function mayCall(role: Role, command: CommandName): boolean {
  return RESERVED[command]?.includes(role) ?? true;
}

/** Whether this clerk may set aside a blocking rule, with a reason that is kept. */
export function mayOverride(role: Role): boolean {
  return SUPERVISORS.includes(role);
}
