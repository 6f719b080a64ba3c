import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createShortcutRegistry, type Shortcut, type ShortcutRegistry } from './registry.ts';

const RegistryContext = createContext<ShortcutRegistry | undefined>(undefined);
export const LayerContext = createContext(0);

/** Listens once, before any widget, to the keys that the screens below ask for. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry);
  useEffect(() => {
    window.addEventListener('keydown', registry.handle, { capture: true });
    return () => window.removeEventListener('keydown', registry.handle, { capture: true });
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Everything inside a dialog: while it is open, the keys of what lies beneath sleep. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const registry = useRegistry();
  const layer = useContext(LayerContext) + 1;
  useEffect(() => registry.openLayer(), [registry]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}

export function useActiveShortcuts(): readonly Shortcut[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.active);
}

export function useRegistry(): ShortcutRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('ShortcutProvider is missing above this component');
  return registry;
}
