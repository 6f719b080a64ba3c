import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { Dialog } from './Dialog.tsx';
import { KeyHint } from './KeyHint.tsx';
import type { Shortcut } from './shortcuts/registry.ts';

interface CommandPaletteProps {
  isOpen: boolean;
  onClose(): void;
  /** What could be done where the palette was called. */
  shortcuts: readonly Shortcut[];
}

/** Every action of the screen by its name: type, arrows, Enter. */
export function CommandPalette({ isOpen, onClose, shortcuts }: CommandPaletteProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Dialog title="Commandes" isOpen={isOpen} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label="Nom de la commande" autoFocus className="field">
          <Input className="input" placeholder="Nom de la commande" />
        </SearchField>
        <Menu
          items={shortcuts}
          className="list-box palette"
          renderEmptyState={() => <div className="list-box-empty">Aucune commande.</div>}
        >
          {(shortcut) => (
            <MenuItem
              id={`${shortcut.keys} ${shortcut.label}`}
              textValue={shortcut.label}
              className="list-box-item"
              onAction={() => {
                onClose();
                shortcut.run();
              }}
            >
              {shortcut.label}
              <KeyHint keys={shortcut.keys} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
