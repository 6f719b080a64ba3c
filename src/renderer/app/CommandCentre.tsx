import { useState } from 'react';
import { CommandPalette } from '../ui/CommandPalette.tsx';
import type { Shortcut } from '../ui/shortcuts/registry.ts';
import { useActiveShortcuts } from '../ui/shortcuts/ShortcutProvider.tsx';
import { useShortcut } from '../ui/shortcuts/useShortcut.ts';
import { ShortcutSheet } from '../ui/ShortcutSheet.tsx';

/** The palette and the sheet of shortcuts, over whatever screen is open. */
export function CommandCentre() {
  const active = useActiveShortcuts();
  const [open, setOpen] = useState<'palette' | 'sheet'>();
  // Once a dialog is open the screen's own keys sleep: what it offers is what was active when it was called.
  const [offered, setOffered] = useState<readonly Shortcut[]>([]);
  const show = (what: 'palette' | 'sheet') => {
    setOffered(
      active.filter(
        (shortcut, index) => active.findLastIndex((other) => other.keys === shortcut.keys) === index,
      ),
    );
    setOpen(what);
  };
  useShortcut({ keys: 'Ctrl+K', label: 'Commandes' }, () => show('palette'));
  useShortcut({ keys: '?', label: 'Raccourcis clavier' }, () => show('sheet'));
  const close = () => setOpen(undefined);
  return (
    <>
      <CommandPalette isOpen={open === 'palette'} onClose={close} shortcuts={offered} />
      <ShortcutSheet isOpen={open === 'sheet'} onClose={close} shortcuts={offered} />
    </>
  );
}
