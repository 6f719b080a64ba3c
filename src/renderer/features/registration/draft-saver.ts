export type DraftState = 'untouched' | 'saving' | 'saved' | 'failed';

export interface DraftContent {
  answers: Record<string, unknown>;
  step: number;
  /** The known candidate it is for, or `new`, as the clerk chose. */
  candidate?: string | undefined;
}

interface DraftSaverOptions {
  save(content: DraftContent): Promise<unknown>;
  onState(state: DraftState): void;
}

export interface DraftSaver {
  /** Something was typed: it is saved a moment later, with what is typed meanwhile, so that a word is not saved letter by letter. */
  changed(content: DraftContent): void;
  /** Sends at once what waits. Resolves when it is saved or refused; never rejects. */
  flush(): Promise<void>;
  /** Forgets what waits: the draft became a registration, or was thrown away. */
  stop(): void;
}

/** Counted from the first letter that waits, not from the last: whoever types without a pause loses one field at most as well. */
const DELAY_MS = 250;

/** Saves leave in the order of typing, over a transport that keeps it: the last one wins. */
export function createDraftSaver({ save, onState }: DraftSaverOptions): DraftSaver {
  let waiting: DraftContent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const content = waiting;
    waiting = undefined;
    try {
      await save(content);
      if (!waiting) onState('saved');
    } catch {
      // It waits for the next key or flush, unless something newer was typed meanwhile.
      if (!isStopped) waiting ??= content;
      onState('failed');
    }
  }

  return {
    changed(content) {
      if (isStopped) return;
      waiting = content;
      onState('saving');
      timer ??= setTimeout(() => void flush(), DELAY_MS);
    },
    flush,
    stop() {
      isStopped = true;
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}
