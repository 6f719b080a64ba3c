/** Does several things at once, never more than so many: the next is only begun when there is room. */
export interface Pool {
  /** Resolves once the work has begun. Throws what an earlier one threw. */
  begin(work: () => Promise<void>): Promise<void>;
  /** Resolves once nothing runs; throws the first failure. */
  settle(): Promise<void>;
}

export function atMost(count: number): Pool {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const requireSound = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async begin(work) {
      while (running.size >= count) await Promise.race(running);
      requireSound();
      const one = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(one));
      running.add(one);
    },
    async settle() {
      await Promise.all(running);
      requireSound();
    },
  };
}
