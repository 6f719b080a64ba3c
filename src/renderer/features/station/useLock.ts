import { finishBeforeLock } from '../../host/before-lock.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useLockIntent } from './LockContext.tsx';

/** Locks the station once what was typed has reached the core; for another clerk, the login is left to type. */
export function useLock(): (isForAnother?: boolean) => void {
  const lock = useCommand('session.lock');
  const intend = useLockIntent();
  return (isForAnother = false) => {
    intend(isForAnother);
    void finishBeforeLock().then(() => lock.mutate({}));
  };
}
