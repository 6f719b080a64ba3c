import type { FirstSteps } from '#shared/contract/station.ts';

/** How far the first start of this machine has come: about the machine, so neither in the base nor in its backups. */
export interface FirstStepsMemory {
  read(): FirstSteps;
  /** Throws `file-unwritable`. */
  write(steps: FirstSteps): void;
}
