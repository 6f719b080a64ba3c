import {
  FIRST_STEP_COMMANDS,
  FIRST_STEPS,
  type FirstStep,
  type FirstSteps,
} from '#shared/contract/station.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayCall, mayDismissFirstSteps } from '#shared/rights.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { Keyring } from './keyring.ts';
import { getStation } from './station-store.ts';

/** What was done elsewhere than in the assistant counts as done: it asks for nothing twice. */
export function firstStepsHandlers(
  keyring: Keyring,
): Handlers<'station.firstSteps' | 'station.keepFirstSteps'> {
  return {
    'station.firstSteps': (_input, context) => {
      const kept = stepsOf(context);
      const isDone: Partial<Record<FirstStep, boolean>> = {
        recoveryKey: keyring.recoveryMadeAtMs() !== null,
        scanner: kept.done.includes('scanner') || context.ports.scannerSettings.read().chosen !== null,
      };
      return {
        isBegun: kept.stationId !== null,
        done: FIRST_STEPS.filter((step) => isDone[step] ?? kept.done.includes(step)),
        isDismissed: kept.isDismissed,
      };
    },
    'station.keepFirstSteps': ({ done, isDismissed }, context) => {
      const { role } = context.agent;
      const maySayDone = done === undefined || mayCall(role, FIRST_STEP_COMMANDS[done]);
      if (!maySayDone || (isDismissed !== undefined && !mayDismissFirstSteps(role)))
        throw new GuichetError('forbidden');
      const kept = stepsOf(context);
      context.ports.firstSteps.write({
        stationId: getStation(context.database).stationId,
        done: [...new Set([...kept.done, ...(done === undefined ? [] : [done])])],
        isDismissed: isDismissed ?? kept.isDismissed,
      });
      context.emit('firstSteps.changed', {});
      return {};
    },
  };
}

/** Those of this station; of another one nothing counts here. */
function stepsOf({ ports, database }: StationContext): FirstSteps {
  const kept = ports.firstSteps.read();
  if (kept.stationId === getStation(database).stationId) return kept;
  return { stationId: null, done: [], isDismissed: false };
}
