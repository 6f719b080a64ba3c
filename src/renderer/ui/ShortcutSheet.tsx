import { Dialog } from './Dialog.tsx';
import { frenchKeys } from './shortcuts/keys.ts';
import type { Shortcut } from './shortcuts/registry.ts';

interface ShortcutSheetProps {
  isOpen: boolean;
  onClose(): void;
  shortcuts: readonly Shortcut[];
}

export function ShortcutSheet({ isOpen, onClose, shortcuts }: ShortcutSheetProps) {
  return (
    <Dialog title="Raccourcis clavier de cet écran" isOpen={isOpen} onClose={onClose}>
      <dl className="shortcut-sheet">
        {shortcuts.map((shortcut) => (
          <div key={`${shortcut.keys} ${shortcut.label}`}>
            <dt>
              <kbd className="key-hint">{frenchKeys(shortcut.keys)}</kbd>
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <p className="field-description">Échap ferme cette fenêtre.</p>
    </Dialog>
  );
}
