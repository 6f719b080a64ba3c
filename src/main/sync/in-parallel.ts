/** How many items are worked on at once. */
export interface AtOnce {
  first: number;
  /** One more after each item that took less than `quickMs`, up to so many. */
  most: number;
  quickMs: number;
}

/**
 * Works on several items at once, so that their waits for the disk overlap. After a failure nothing new begins, and it is thrown
 * once everything begun has ended.
 */
export async function inParallel<T>(
  { first, most, quickMs }: AtOnce,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failure: { reason: unknown } | undefined;
  const workers: Promise<void>[] = [];
  const worker = async () => {
    for (const item of queue) {
      if (failure) return;
      const begunAtMs = performance.now();
      try {
        await work(item);
      } catch (reason) {
        failure ??= { reason };
        return;
      }
      if (workers.length < most && performance.now() - begunAtMs < quickMs) workers.push(worker());
    }
  };
  while (workers.length < first) workers.push(worker());
  // Those that come meanwhile are at its end.
  for (const working of workers) await working;
  if (failure) throw failure.reason;
}
