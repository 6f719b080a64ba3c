import { FIRST_STEPS, type FirstStep } from '#shared/contract/station.ts';
import type { Route } from '../../host/route.ts';
import { SETUP_TITLES, STEPS_BEFORE_STATION } from '../station/index.ts';

/** Where the same is done later. */
export const DONE_LATER_AT: Record<FirstStep, string> = {
  recoveryKey: 'Administration (Alt+U), Clés',
  campaign: 'Campagnes (Alt+C)',
  scanner: 'Administration (Alt+U), Scanner',
  printer: 'Administration (Alt+U), Imprimante',
};

/** The steps of the assistant once the station exists; the last one sums up. */
export type SetupStep = FirstStep | 'summary';
export const SETUP_STEPS: readonly SetupStep[] = [...FIRST_STEPS, 'summary'];

/** The first one for an address that names none. */
export function stepOf(name: string | undefined): SetupStep {
  return SETUP_STEPS.find((step) => step === name) ?? 'recoveryKey';
}

/** Among all the steps of the first start, from 0. */
export function rankOf(step: SetupStep): number {
  return STEPS_BEFORE_STATION + SETUP_STEPS.indexOf(step);
}

export function titleOf(step: SetupStep): string {
  return SETUP_TITLES[rankOf(step)] ?? '';
}

export function routeOf(step: SetupStep): Route {
  return { screen: 'setup', step };
}

/** What comes after a step, and what came before. */
export function neighbour(step: SetupStep, by: 1 | -1): SetupStep | undefined {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) + by];
}
