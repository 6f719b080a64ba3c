import { createContext, useContext } from 'react';

/** Told, as the station locks, whether another clerk is to unlock it. */
const LockContext = createContext<(isForAnother: boolean) => void>(() => undefined);

export const LockProvider = LockContext.Provider;

export function useLockIntent(): (isForAnother: boolean) => void {
  return useContext(LockContext);
}
