import type { CommandName } from './contract/index.ts';
import type { Role } from './contract/station.ts';

/** Clerks who may set a rule aside, correct an identity, end a candidature, unlock a file. */
export const SUPERVISORS: readonly Role[] = ['caseManager', 'bureauHead'];

/** Commands that not every clerk may call; the others are for all who hold a key of the station. */
const RESERVED: Partial<Record<CommandName, readonly Role[]>> = {
  'campaigns.import': SUPERVISORS,
  'conflicts.resolve': SUPERVISORS,
  'retention.configure': SUPERVISORS,
  'retention.preview': SUPERVISORS,
  'retention.disposalList': SUPERVISORS,
  'retention.purge': ['bureauHead'],
  'retention.hold': SUPERVISORS,
  'retention.release': SUPERVISORS,
  'access.export': SUPERVISORS,
  'safekeeping.backup': SUPERVISORS,
  'safekeeping.configure': SUPERVISORS,
  'registrations.correct': SUPERVISORS,
  'reference.import': SUPERVISORS,
  'registrations.cancel': SUPERVISORS,
  'registrations.exclude': SUPERVISORS,
  'pieces.unlock': SUPERVISORS,
  'returns.admit': SUPERVISORS,
  'sync.dismiss': SUPERVISORS,
  'sync.enrolAgain': SUPERVISORS,
  'calibration.keep': SUPERVISORS,
  'calibration.forget': SUPERVISORS,
};

export function mayCall(role: Role, command: CommandName): boolean {
  return RESERVED[command]?.includes(role) ?? true;
}

/** Whether this clerk may set aside a blocking rule, with a reason that is kept. */
export function mayOverride(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may discard a view that another one shares. */
export function mayDiscardSharedView(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may spare a candidate a piece, with a reason that is kept. */
export function mayExempt(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may correct an identity after registration, an identity document seen (S4-07). */
export function mayCorrectIdentity(role: Role): boolean {
  return SUPERVISORS.includes(role);
}
