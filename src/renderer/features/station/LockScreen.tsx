import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { ShortcutLayer } from '../../ui/shortcuts/ShortcutProvider.tsx';
import { TrainingBand } from './TrainingBand.tsx';
import { UnlockPanel } from './UnlockPanel.tsx';

/** Over everything, dialogs that were open included; the keys of what lies beneath sleep. Nothing closes it but a passphrase. */
export function LockScreen({ login, training }: { login: string; training: boolean }) {
  return (
    <ModalOverlay className="lock-screen" isOpen isKeyboardDismissDisabled>
      <Modal className="lock-modal">
        <Dialog aria-label="Poste verrouillé" className="lock-dialog">
          <ShortcutLayer>
            {training && <TrainingBand />}
            <div className="gate">
              <UnlockPanel login={login} />
            </div>
          </ShortcutLayer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
