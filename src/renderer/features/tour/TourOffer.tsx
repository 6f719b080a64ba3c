import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';
import { TOUR_STOPS } from './tour-stops.ts';
import { tour, useTour } from './tour-state.ts';

/** On the home screen of a base école alone. */
export function TourOffer() {
  const { training } = useStation();
  const { isOpen, at } = useTour();
  if (!training || isOpen) return null;
  return (
    <Section title="Visite guidée">
      <div className="actions">
        <Button onPress={tour.open}>
          {at === 0
            ? 'Commencer la visite guidée'
            : `Reprendre la visite guidée (${at + 1} sur ${TOUR_STOPS.length})`}
        </Button>
        <span className="quiet">Huit arrêts sur les vrais écrans, trois minutes ; Alt+Q, de partout.</span>
      </div>
    </Section>
  );
}
