/** What the centre does by itself, now and then. Instances may all do it: each chore is safe to do twice. */
export interface Chores {
  /** There is something to do now. */
  wake(): void;
  /** Wakes, and waits until nothing is left to do. */
  settle(): Promise<void>;
  /** Ends after the round that runs. */
  stop(): Promise<void>;
}

const PERIOD_MS = 30_000;

/** `round` never runs twice at once in this process. `onFailure` hears of one that failed; the next is tried all the same. */
export function startChores(round: () => Promise<void>, onFailure: (error: unknown) => void): Chores {
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isStopped = false;
  const work = async () => {
    do {
      isAsked = false;
      await round().catch(onFailure);
    } while (isAsked && !isStopped);
    running = undefined;
  };
  const wake = () => {
    isAsked = true;
    if (!isStopped) running ??= work();
  };
  const timer = setInterval(wake, PERIOD_MS);
  timer.unref();
  return {
    wake,
    async settle() {
      wake();
      await running;
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
