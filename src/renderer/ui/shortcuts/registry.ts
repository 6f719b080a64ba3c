import { isBareKey, matchesKeys, type Keys } from './keys.ts';

export interface Shortcut {
  keys: Keys;
  label: string;
  run(): void;
  /** Held down, it runs again: to go through a list, never to act. */
  repeats: boolean;
  /** How many dialogs lie under it; only the topmost layer listens. */
  layer: number;
  /** Listens whatever dialogs lie over it: help, which changes nothing. */
  isEverywhere: boolean;
}

export interface ShortcutRegistry {
  add(shortcut: Shortcut): () => void;
  openLayer(): () => void;
  /** What can be pressed now, in the order of appearance; the same array until something changes. */
  active(): readonly Shortcut[];
  subscribe(listener: () => void): () => void;
  handle(event: KeyboardEvent): void;
}

export function createShortcutRegistry(): ShortcutRegistry {
  const shortcuts = new Set<Shortcut>();
  const listeners = new Set<() => void>();
  let layers = 0;
  let active: readonly Shortcut[] = [];

  function changed(): void {
    active = [...shortcuts].filter(({ layer, isEverywhere }) => isEverywhere || layer === layers);
    for (const listener of listeners) listener();
  }

  return {
    add(shortcut) {
      shortcuts.add(shortcut);
      changed();
      return () => {
        shortcuts.delete(shortcut);
        changed();
      };
    },
    openLayer() {
      layers += 1;
      changed();
      return () => {
        layers -= 1;
        changed();
      };
    },
    active: () => active,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handle(event) {
      if (event.isComposing) return;
      const pressed = active.findLast((shortcut) => matchesKeys(event, shortcut.keys));
      if (!pressed || (isBareKey(pressed.keys) && wantsKeys(event.target, pressed.keys))) return;
      event.preventDefault();
      event.stopPropagation();
      // Held down, Ctrl+S would save many times, and A accept pages that nobody saw; J may run through a list.
      if (!event.repeat || pressed.repeats) pressed.run();
    },
  };
}

const TAKES_KEYS =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=listbox], [aria-haspopup=listbox]';

function wantsKeys(target: EventTarget | null, keys: Keys): boolean {
  const takes = keys.startsWith('Arrow') ? `${TAKES_KEYS}, [type=radio]` : TAKES_KEYS;
  return target instanceof Element && target.closest(takes) !== null;
}
