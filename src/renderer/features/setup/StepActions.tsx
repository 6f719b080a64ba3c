import type { FirstStep } from '#shared/contract/station.ts';
import { mayCall } from '#shared/rights.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { useStation } from '../station/index.ts';
import { neighbour, routeOf, type SetupStep } from './first-steps.ts';
import { useSearched } from './useSearched.ts';

/** On, with the step done or left for later: both lead to the next one. Only who sets the station up says that a step is done. */
export function StepActions({ step }: { step: FirstStep }) {
  const { data } = useCommandQuery('station.firstSteps', {});
  const keep = useCommand('station.keepFirstSteps');
  const { agent } = useStation();
  const mayNote = agent !== null && mayCall(agent.role, 'station.keepFirstSteps');
  const goTo = (other: SetupStep | undefined) => other && navigate(routeOf(other));
  const isDone = data?.done.includes(step) === true;
  // A key is there or is not: nobody may say that it is.
  const needsKey = step === 'recoveryKey' && !isDone;
  // Nor that a machine was chosen before she saw which there are.
  const searched = useSearched(step);
  const mustWait = searched !== undefined && !isDone;
  const before = neighbour(step, -1);
  const goOn = () =>
    isDone
      ? goTo(neighbour(step, 1))
      : keep.mutate({ done: step }, { onSuccess: () => goTo(neighbour(step, 1)) });
  return (
    <>
      {keep.error && <ErrorNotice error={keep.error} />}
      <div className="actions actions-sticky">
        {before && <Button onPress={() => goTo(before)}>Étape précédente</Button>}
        {!isDone && <Button onPress={() => goTo(neighbour(step, 1))}>Plus tard</Button>}
        {(isDone || mayNote) && (
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={needsKey || mustWait}
            isPending={keep.isPending}
            onPress={goOn}
          >
            {isDone ? 'Continuer' : 'C’est fait, continuer'}
          </Button>
        )}
        {mustWait && <span className="quiet">{searched} : attendez la liste, ou Plus tard.</span>}
      </div>
    </>
  );
}
