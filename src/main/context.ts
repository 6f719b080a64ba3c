import type { Agent } from '#shared/contract/station.ts';
import type { EventName, EventPayload } from '#shared/events.ts';
import type { CommandName, CommandOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Approvals } from './approvals.ts';
import type { WritableDatabase } from './database/types.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import type { Clock } from './ports/clock.ts';
import type { Ports } from './ports/ports.ts';
import type { PrintFollower } from './printing/index.ts';
import type { Safekeeper } from './safekeeping/safekeeper.ts';
import type { FileStore } from './vault/file-store.ts';

/** Announces something that happened; hosts pass it to the windows. */
export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** What a command of an unlocked station works with. */
export interface StationContext {
  database: WritableDatabase;
  files: FileStore;
  agent: Agent;
  clock: Clock;
  ports: Ports;
  jobs: JobRunner;
  emit: Emit;
  safekeeper: Safekeeper;
  approvals: Approvals;
  prints: PrintFollower;
  /** Registers what must end before the base is closed, once no job runs any more. */
  atClose(work: () => Promise<void>): void;
}

/** Handlers of some commands; `Needs` is what they are given beside the input. */
export type Handlers<Names extends CommandName, Needs = StationContext> = {
  [Name in Names]: (
    input: ParsedInput<Name>,
    context: Needs,
  ) => CommandOutput<Name> | Promise<CommandOutput<Name>>;
};
