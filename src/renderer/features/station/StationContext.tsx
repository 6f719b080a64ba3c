import { createContext, useContext, type ReactNode } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';

export type StationStatus = CommandOutput<'station.status'>;

const StationContext = createContext<StationStatus | undefined>(undefined);

export function StationProvider({ status, children }: { status: StationStatus; children: ReactNode }) {
  return <StationContext value={status}>{children}</StationContext>;
}

/** Who is at which station, and what time it is there (a base école may play another date). */
export function useStation(): StationStatus {
  const status = useContext(StationContext);
  if (!status) throw new Error('StationGate is missing above this component');
  return status;
}
