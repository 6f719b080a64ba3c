import { mayDismissFirstSteps } from '#shared/rights.ts';
import { useCommand } from '../../host/useCommand.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useRole } from '../station/index.ts';
import { routeOf, titleOf } from './first-steps.ts';
import { useFirstSteps } from './useFirstSteps.ts';

/** On the home screen, until all is done or nobody wants to hear of it any more. */
export function FirstStepsReminder() {
  const { steps, isTold } = useFirstSteps();
  const keep = useCommand('station.keepFirstSteps');
  const mayDismiss = mayDismissFirstSteps(useRole());
  const left = steps.filter(({ isDone }) => !isDone);
  if (!isTold || left.length === 0) return null;
  return (
    <Section
      title="Mise en service : il reste à faire"
      aside={
        mayDismiss && (
          <Button
            variant="quiet"
            label="Ne plus afficher ce qui reste de la mise en service"
            isPending={keep.isPending}
            onPress={() => keep.mutate({ isDismissed: true })}
          >
            Ne plus afficher
          </Button>
        )
      }
    >
      <div className="actions">
        {left.map(({ step }) => (
          <Button key={step} onPress={() => navigate(routeOf(step))}>
            {titleOf(step)}
          </Button>
        ))}
        <Button variant="link" onPress={() => navigate(routeOf('summary'))}>
          Tout ce qui est fait et ce qui reste
        </Button>
      </div>
    </Section>
  );
}
