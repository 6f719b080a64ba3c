import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { useStation } from '../station/index.ts';
import { TourCard } from './TourCard.tsx';
import { tour, useTour } from './tour-state.ts';

/** Beside the screens, which stay in hand: nothing is covered and nothing is blocked. */
export function Tour() {
  const { training } = useStation();
  const { isOpen, at } = useTour();
  useShortcut({ keys: 'Alt+Q', label: 'Visite guidée' }, tour.open);
  if (training) return isOpen ? <TourCard at={at} /> : null;
  return (
    <Dialog title="Visite guidée" isOpen={isOpen} onClose={tour.leave}>
      <p>
        La visite se fait dans une base école, où rien n’a de valeur. Ce poste est une base réelle. Demandez à
        un chef de bureau où est la base école, ou créez-en une dans un autre dossier.
      </p>
      <div className="actions">
        <Button onPress={tour.leave}>Fermer</Button>
      </div>
    </Dialog>
  );
}
