import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import { ShortcutLayer } from './shortcuts/ShortcutProvider.tsx';

interface SidePanelProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
}

/** At the right of the screen, which stays in sight. Closes with Escape; focus goes in, and comes back to where it was. */
export function SidePanel({ title, isOpen, onClose, children }: SidePanelProps) {
  return (
    <ModalOverlay
      className="side-panel-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="side-panel">
        <AriaDialog className="side-panel-dialog">
          <ShortcutLayer>
            <header className="side-panel-head">
              <Heading slot="title" className="dialog-title">
                {title}
              </Heading>
              <Button variant="quiet" keys="Escape" onPress={onClose}>
                Fermer
              </Button>
            </header>
            {children}
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
