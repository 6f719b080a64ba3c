/// <reference lib="dom" />

/** What must be true on the page for a wait to be over. */
export interface Shown {
  /** Each matches an element, which holds the text where one is given. */
  present: readonly { selector: string; text?: string }[];
  /** None matches. */
  absent?: readonly string[];
}

/** What the probe left in the page answers to. */
export interface PageProbe {
  /** From the next trusted event of this kind to the first paint that shows what is asked, in milliseconds. */
  arm(shown: Shown, event: 'keydown' | 'change'): void;
  waited(): Promise<number>;
  /** Waits of every key since the last time asked, from the hardware's instant to the next paint. */
  takeKeyWaits(): Promise<number[]>;
  /** The same as Chromium's Event Timing counts it: by 8 ms, and nothing of those under 16. */
  takeEventTimings(): number[];
  /** Names of the keys pressed (`Bare+a`: a letter that is a command), and presses of a mouse, since the last time asked. */
  takeActs(): { keys: string[]; mousePresses: number };
}

/**
 * Put in the page before anything of ours runs. An instant is `event.timeStamp`, when the browser got the key; the paint is taken by a
 * message sent from the frame that draws it, which arrives once the frame is handed over. What is asked is looked at in each frame,
 * before it is painted: nothing of the page is measured, so that the probe causes no layout.
 */
export function installWaits(): void {
  const holds = ({ present, absent = [] }: Shown) =>
    present.every(({ selector, text }) =>
      [...document.querySelectorAll(selector)].some(
        (element) => text === undefined || element.textContent.includes(text),
      ),
    ) && absent.every((selector) => document.querySelector(selector) === null);
  let wait = Promise.resolve(0);
  const waits: Pick<PageProbe, 'arm' | 'waited'> = {
    arm(shown, kind) {
      wait = new Promise((resolve) => {
        const begin = ({ timeStamp, isTrusted }: Event) => {
          if (!isTrusted && kind === 'keydown') return;
          removeEventListener(kind, begin, { capture: true });
          const look = () => {
            if (!holds(shown)) return void requestAnimationFrame(look);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(undefined);
          };
          requestAnimationFrame(look);
        };
        addEventListener(kind, begin, { capture: true });
      });
    },
    waited: () => wait,
  };
  Object.assign(globalThis, { deskWaits: waits });
}

/** Beside it: every key, its wait, and every press of a mouse. */
export function installActs(): void {
  const TAKES_LETTERS = 'input, textarea, [aria-haspopup=listbox], [role=listbox]';
  const painted = (timeStamp: number) =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    });
  const seen = { waits: [] as Promise<number>[], timings: [] as number[], keys: [] as string[], mouse: 0 };
  const onKey = ({ key, ctrlKey, altKey, timeStamp, isTrusted, target }: KeyboardEvent) => {
    if (!isTrusted || key === 'Control' || key === 'Alt' || key === 'Shift') return;
    const isTyped = key.length > 1 || (target instanceof Element && target.closest(TAKES_LETTERS) !== null);
    seen.keys.push(`${ctrlKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${isTyped ? '' : 'Bare+'}${key}`);
    seen.waits.push(painted(timeStamp));
  };
  addEventListener('keydown', onKey, { capture: true });
  addEventListener('mousedown', ({ isTrusted }) => void (isTrusted && (seen.mouse += 1)), { capture: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.timings.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const acts: Omit<PageProbe, 'arm' | 'waited'> = {
    takeKeyWaits: () => Promise.all(seen.waits.splice(0)),
    takeEventTimings: () => seen.timings.splice(0),
    takeActs() {
      const mousePresses = seen.mouse;
      seen.mouse = 0;
      return { keys: seen.keys.splice(0), mousePresses };
    },
  };
  Object.assign(globalThis, { deskActs: acts });
}
