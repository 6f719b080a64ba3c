import { useContext, useEffect, useEffectEvent } from 'react';
import type { Keys } from './keys.ts';
import { LayerContext, useRegistry } from './ShortcutProvider.tsx';

interface Options {
  keys: Keys | undefined;
  /** Said in the command palette and on the sheet of shortcuts. */
  label: string;
  isDisabled?: boolean | undefined;
  /** Held down, it runs again: to go through a list, never to act. */
  repeats?: boolean;
  /** Listens whatever dialogs lie over it. */
  isEverywhere?: boolean;
}

/** Runs an action by its keys while the component is on screen. Without keys it does nothing. */
export function useShortcut(
  { keys, label, isDisabled = false, repeats = false, isEverywhere = false }: Options,
  run: () => void,
): void {
  const registry = useRegistry();
  const layer = useContext(LayerContext);
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    if (keys === undefined || isDisabled) return;
    return registry.add({ keys, label, layer, repeats, isEverywhere, run: () => runLatest() });
  }, [registry, layer, keys, label, isDisabled, repeats, isEverywhere]);
}
