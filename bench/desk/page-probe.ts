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
 * message sent from the frame that draws it, which arrives once the frame is handed over. `present` is looked at in each frame, before
 * it is painted: nothing of the page is measured, only asked for, so that the probe causes no layout.
 */
export function installProbe(): void {
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });
  const holds = ({ present, absent = [] }: Shown) =>
    present.every(({ selector, text }) =>
      [...document.querySelectorAll(selector)].some(
        (element) => text === undefined || element.textContent.includes(text),
      ),
    ) && absent.every((selector) => document.querySelector(selector) === null);

  const TAKES_LETTERS = 'input, textarea, [aria-haspopup=listbox], [role=listbox]';
  let keyWaits: Promise<number>[] = [];
  let timings: number[] = [];
  let keys: string[] = [];
  let mousePresses = 0;
  let wait = Promise.resolve(0);

  addEventListener(
    'keydown',
    ({ key, ctrlKey, altKey, timeStamp, isTrusted, target }) => {
      if (!isTrusted || key === 'Control' || key === 'Alt' || key === 'Shift') return;
      const isTyped = key.length > 1 || (target instanceof Element && target.closest(TAKES_LETTERS) !== null);
      keys.push(`${ctrlKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${isTyped ? '' : 'Bare+'}${key}`);
      keyWaits.push(painted().then((now) => now - timeStamp));
    },
    { capture: true },
  );
  addEventListener('mousedown', ({ isTrusted }) => void (isTrusted && (mousePresses += 1)), {
    capture: true,
  });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') timings.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  const probe: PageProbe = {
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
    takeKeyWaits() {
      const taken = Promise.all(keyWaits);
      keyWaits = [];
      return taken;
    },
    takeEventTimings() {
      const taken = timings;
      timings = [];
      return taken;
    },
    takeActs() {
      const taken = { keys, mousePresses };
      keys = [];
      mousePresses = 0;
      return taken;
    },
  };
  Object.assign(globalThis, { deskProbe: probe });
}
