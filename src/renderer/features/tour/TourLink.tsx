import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { tour } from './tour-state.ts';

/** In the help, once the station is open. */
export function TourLink({ onStart }: { onStart(): void }) {
  const { data } = useCommandQuery('station.status', {});
  if (data?.state !== 'open') return null;
  return (
    <Button
      variant="link"
      onPress={() => {
        onStart();
        tour.open();
      }}
    >
      Visite guidée
    </Button>
  );
}
