import type { CommandOutput } from '#shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export type GivenPassphrase = CommandOutput<'clerks.add'>;

/** Shown once: the program keeps no passphrase. */
export function TemporaryPassphraseDialog({
  given: { clerk, temporaryPassphrase },
  onClose,
}: {
  given: GivenPassphrase;
  onClose(): void;
}) {
  return (
    <Dialog title={`Phrase de passe provisoire de ${clerk.name}`} isOpen onClose={onClose} isAlert>
      <div className="step-body">
        <p>Remettez-la à l’agent, avec son identifiant « {clerk.login} ». Elle ne sera plus montrée.</p>
        <p className="secret">
          <code>{temporaryPassphrase}</code>
        </p>
        <p>L’agent choisira la sienne à la première ouverture.</p>
        <div className="actions">
          <Button variant="primary" onPress={onClose}>
            C’est noté
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
