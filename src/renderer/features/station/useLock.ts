import { finishBeforeLock } from '../../host/before-lock.ts';
import { useCommand } from '../../host/useCommand.ts';

/** Locks the station once what was typed has reached the core. */
export function useLock(): () => void {
  const lock = useCommand('session.lock');
  return () => void finishBeforeLock().then(() => lock.mutate({}));
}
