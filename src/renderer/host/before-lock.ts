import { useEffect, useEffectEvent } from 'react';

/** Work that must reach the core before the station locks: what was typed a moment ago. */
const tasks = new Set<() => Promise<void>>();

export function useBeforeLock(task: () => Promise<void>): void {
  const run = useEffectEvent(task);
  useEffect(() => {
    const entry = () => run();
    tasks.add(entry);
    return () => void tasks.delete(entry);
  }, []);
}

export async function finishBeforeLock(): Promise<void> {
  await Promise.all([...tasks].map((task) => task()));
}
