import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import { counted } from '#shared/sentences/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { AskButton } from './AskButton.tsx';
import { RefuseButton } from './RefuseButton.tsx';
import type { Acceptance } from './useAcceptance.ts';

interface AcceptBarProps {
  page: ReturnedPage;
  acceptance: Acceptance;
  /** The image is on screen: nobody accepts what she could not see. */
  isShown: boolean;
  onDecided(what: string): void;
}

/** The decisions, always in sight. */
export function AcceptBar({ page, acceptance, isShown, onDecided }: AcceptBarProps) {
  const { correctionCount: count, unseenMarks, accept, isPending } = acceptance;
  const isDisabled = !isShown || unseenMarks > 0;
  // From inside an input, where A is a letter.
  useShortcut({ keys: 'Ctrl+S', label: 'Accepter la page', isDisabled: isDisabled || isPending }, accept);
  return (
    <div className="decision-actions">
      {unseenMarks > 0 && (
        <p className="quiet">
          Regardez d’abord {unseenMarks > 1 ? `les ${unseenMarks} marques` : 'la marque'} hors rubrique (V).
        </p>
      )}
      <div className="actions">
        <Button variant="primary" keys="A" isDisabled={isDisabled} isPending={isPending} onPress={accept}>
          {count === 0 ? 'Accepter' : `Accepter avec ${counted(count, 'correction')}`}
        </Button>
        <RefuseButton page={page} secondLook={acceptance.secondLook} onDecided={onDecided} />
        {page.decision === 'pending' && <AskButton pageId={page.id} onDecided={onDecided} />}
      </div>
    </div>
  );
}
