import { groupCandidateNumber } from '#shared/rules/registration-number.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PrefillReview } from './PrefillReview.tsx';

interface PrefillDialogProps {
  candidateNumber: string;
  onClose(): void;
  onTakeUp(answers: Record<string, unknown>): void;
}

/** "It is the same person": what is known of her, to be read before it takes the place of what was typed. */
export function PrefillDialog({ candidateNumber, onClose, onTakeUp }: PrefillDialogProps) {
  const prefill = useCommandQuery('candidates.prefill', { candidateNumber }, { isFresh: true });
  return (
    <Dialog title={`Candidat n° ${groupCandidateNumber(candidateNumber)}`} isOpen onClose={onClose}>
      <p>
        L’adresse postale, l’adresse électronique et le téléphone saisis aujourd’hui sont gardés ; le reste
        vient de son dossier.
      </p>
      <Loaded query={prefill}>
        {(found) => (
          <>
            <div className="actions">
              <Button variant="primary" keys="Ctrl+Enter" onPress={() => onTakeUp(found.answers)}>
                Reprendre ces réponses
              </Button>
              <Button onPress={onClose}>Revenir à la saisie</Button>
            </div>
            <div className="step-body">
              <PrefillReview prefill={found} />
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
