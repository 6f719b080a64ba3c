import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ShortcutLayer } from './shortcuts/ShortcutProvider.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  /** An act that cannot be undone is announced as an alert. */
  isAlert?: boolean;
}

/** Closes with Escape. Focus goes in, and comes back to where it was. */
export function Dialog({ title, isOpen, onClose, children, isAlert = false }: DialogProps) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className="modal">
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <ShortcutLayer>
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {children}
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
