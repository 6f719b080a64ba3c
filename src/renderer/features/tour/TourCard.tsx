import { useEffect, useRef } from 'react';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { TourOutline } from './TourOutline.tsx';
import { TOUR_STOPS } from './tour-stops.ts';
import { tour } from './tour-state.ts';
import { useTourTarget } from './useTourTarget.ts';

/** One stop of the tour: what it is about is outlined on the screen, and the keys come back here at each stop. */
export function TourCard({ at }: { at: number }) {
  const stop = TOUR_STOPS[at] ?? TOUR_STOPS[0];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => stop && navigate(stop.route), [stop]);
  useEscape();
  const place = useTourTarget(stop?.target ?? '', title);
  if (!stop) return null;
  const isLast = at === TOUR_STOPS.length - 1;
  return (
    <>
      {place && <TourOutline place={place} />}
      <aside className={isLow(place) ? 'tour-card tour-card-above' : 'tour-card'} aria-label="Visite guidée">
        <h2 ref={title} tabIndex={-1} aria-describedby="tour-says">
          <span className="quiet">{`Visite guidée, ${at + 1} sur ${TOUR_STOPS.length} : `}</span>
          {stop.title}
        </h2>
        <p id="tour-says">{stop.says}</p>
        <div className="actions">
          <Button isDisabled={at === 0} onPress={() => tour.goTo(at - 1)}>
            Précédent
          </Button>
          <Button variant="primary" onPress={() => tour.goTo(at + 1)}>
            {isLast ? 'Terminer' : 'Suivant'}
          </Button>
          <Button variant="quiet" onPress={tour.leave}>
            Quitter la visite (Échap)
          </Button>
        </div>
      </aside>
    </>
  );
}

/** Where the card usually lies: then it goes to the top, or it would hide what it speaks of on a small or enlarged screen. */
function isLow(place: DOMRect | undefined): boolean {
  return place !== undefined && place.top + place.height / 2 > window.innerHeight / 2;
}

/** Only what nobody else wanted: an open list or dialog closes first. */
function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) tour.leave();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
}
