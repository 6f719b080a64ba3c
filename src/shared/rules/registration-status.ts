import type { RegistrationStatus } from '../contract/registrations.ts';

/** Désinscrite (S4-24), annulée (S0-23), écartée (S1-08): final, all three; a new registration is the only way back (S4-27). */
const ENDS: readonly RegistrationStatus[] = ['withdrawn', 'cancelled', 'excluded'];

export function hasEnded(status: RegistrationStatus): boolean {
  return ENDS.includes(status);
}
