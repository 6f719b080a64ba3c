import { useState } from 'react';
import type { Registration } from '#shared/contract/registrations.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { Button } from '../../ui/Button.tsx';
import { EndFileDialog } from './EndFileDialog.tsx';

/** Désinscription for every clerk; the two other ends for a supervisor. */
export function EndFileButton({ registration }: { registration: Registration }) {
  const [isOpen, setIsOpen] = useState(false);
  if (hasEnded(registration.status)) return null;
  return (
    <>
      <Button keys="Alt+E" onPress={() => setIsOpen(true)}>
        Désinscrire…
      </Button>
      {isOpen && <EndFileDialog registration={registration} onClose={() => setIsOpen(false)} />}
    </>
  );
}
