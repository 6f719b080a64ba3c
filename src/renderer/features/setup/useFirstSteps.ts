import { FIRST_STEP_COMMANDS, FIRST_STEPS, type FirstStep } from '#shared/contract/station.ts';
import { mayCall } from '#shared/rights.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { useRole } from '../station/index.ts';

/** The first steps that the clerk at the keyboard may take, done or not; `isTold` where the home screen is to speak of them. */
export function useFirstSteps(): { steps: { step: FirstStep; isDone: boolean }[]; isTold: boolean } {
  const role = useRole();
  const { data } = useCommandQuery(
    'station.firstSteps',
    {},
    { enabled: mayCall(role, 'station.firstSteps') },
  );
  return {
    steps: FIRST_STEPS.filter((step) => mayCall(role, FIRST_STEP_COMMANDS[step])).map((step) => ({
      step,
      isDone: data?.done.includes(step) === true,
    })),
    isTold: data !== undefined && data.isBegun && !data.isDismissed,
  };
}
