import type { Role } from '#shared/contract/station.ts';
import { useStation } from './StationContext.tsx';

/** The role of the clerk at the keyboard: what it does not permit is not offered. */
export function useRole(): Role {
  return useStation().agent?.role ?? 'counterAgent';
}
