import { contract, isCommandName, type CommandName } from '#shared/contract/index.ts';
import { PARSE_OPTIONS, problemsFromZod } from '#shared/contract/problems.ts';
import { GuichetError } from '#shared/errors.ts';
import { toWireError, type Envelope } from '#shared/wire/envelope.ts';
import { mayCall } from '#shared/rights.ts';
import type { Emit, Handlers, StationContext } from './context.ts';
import type { Core } from './core.ts';
import {
  auditedCall,
  auditedSession,
  auditHandlers,
  auditRefusal,
  createRecorder,
  purgeOldBlocks,
} from './domains/audit/index.ts';
import { calibrationHandlers } from './domains/calibration/index.ts';
import { campaignHandlers } from './domains/campaigns/index.ts';
import { candidateHandlers } from './domains/candidates/index.ts';
import { confirmationHandlers } from './domains/confirmations/index.ts';
import { figureHandlers } from './domains/figures/index.ts';
import { listHandlers } from './domains/lists/index.ts';
import { privacyHandlers } from './domains/privacy/index.ts';
import { draftHandlers } from './domains/drafts/index.ts';
import { letterHandlers } from './domains/letters/index.ts';
import { conflictHandlers } from './domains/conflicts/index.ts';
import { portalHandlers } from './domains/portal/index.ts';
import { portfolioHandlers } from './domains/portfolios/index.ts';
import { fileLifeHandlers } from './domains/file-life/index.ts';
import { mailHandlers } from './domains/mail/index.ts';
import {
  layStationLists,
  openReference,
  referenceHandlers,
  referenceListHandlers,
  type Reference,
} from './domains/reference/index.ts';
import { printingHandlers } from './domains/printing/index.ts';
import { sealHandlers } from './domains/seal/index.ts';
import { registrationHandlers } from './domains/registrations/index.ts';
import { returnHandlers } from './domains/returns/index.ts';
import { scannerHandlers } from './domains/scanners/index.ts';
import {
  clerkHandlers,
  createSessionKeeper,
  firstStepsHandlers,
  keyHandlers,
  stationHandlers,
  type FrontDesk,
  type SessionKeeper,
} from './domains/station/index.ts';
import { keptReader } from './kept-reader.ts';
import { jobHandlers } from './jobs/job-handlers.ts';
import type { Clock } from './ports/clock.ts';
import type { Ports } from './ports/ports.ts';
import { forgetOldPrints, giveUpSending } from './printing/index.ts';
import { isBaseDamage, safekeepingHandlers } from './safekeeping/index.ts';
import { batchHandlers, syncHandlers } from './sync/index.ts';

export interface AppOptions {
  /** The data folder: database, files, and how its key is wrapped. */
  folder: string;
  ports: Ports;
  clock: Clock;
  /** Told of failures nobody foresaw, with the command's name or the job's kind; never receives personal data. */
  onUnexpected?: (error: unknown, method: string) => void;
  /** False where nobody sits in front: a command line ends by itself. */
  locksWhenIdle?: boolean;
}

type PublicCommand = {
  [Name in CommandName]: (typeof contract)[Name]['access'] extends 'public' ? Name : never;
}[CommandName];
type Listener = Parameters<Core['listen']>[0];
type AnyHandler = (input: unknown, needs: unknown) => unknown;

/** Every command of the contract with what answers it; the compiler tells a missing one. */
function allHandlers(reference: Reference, { keyring }: Pick<SessionKeeper, 'keyring'>) {
  const reader = keptReader();
  return {
    ...stationHandlers,
    ...clerkHandlers(keyring),
    ...keyHandlers(keyring),
    ...firstStepsHandlers(keyring),
    ...referenceHandlers(reference),
    ...referenceListHandlers(reference),
    ...campaignHandlers(reference),
    ...draftHandlers,
    ...registrationHandlers(reference),
    ...candidateHandlers(reference),
    ...confirmationHandlers(reference),
    ...returnHandlers(reference, reader),
    ...scannerHandlers,
    ...printingHandlers,
    ...sealHandlers,
    ...calibrationHandlers(reader),
    ...fileLifeHandlers(reference),
    ...mailHandlers(reference),
    ...listHandlers(reference),
    ...figureHandlers(reference),
    ...privacyHandlers(reference),
    ...auditHandlers(reference),
    ...letterHandlers(reference),
    ...portalHandlers(reference),
    ...conflictHandlers(reference),
    ...portfolioHandlers(reference),
    ...syncHandlers,
    ...batchHandlers,
    ...safekeepingHandlers,
    ...jobHandlers,
  } satisfies Handlers<PublicCommand, FrontDesk> & Handlers<Exclude<CommandName, PublicCommand>>;
}

/** What was printing when the base was closed is followed again; what is old is forgotten. */
function resumePrints({ database, clock, prints }: StationContext): void {
  giveUpSending(database);
  forgetOldPrints(database, clock.nowMs());
  prints.wake();
}

/** Runs one command: who may call it, what it is given, what the audit log says of it. */
function commandRunner(desk: FrontDesk) {
  const { keeper, reference } = desk;
  const handlers = allHandlers(reference, keeper);
  const recorder = createRecorder();
  /** Throws `forbidden` where the clerk's role may not call this. */
  const entitledContext = (name: CommandName): StationContext => {
    const context = keeper.contextFor(name);
    if (mayCall(context.agent.role, name)) return context;
    auditRefusal(name, context, recorder);
    throw new GuichetError('forbidden');
  };
  return async (name: CommandName, rawInput: unknown): Promise<unknown> => {
    const { access, input, output } = contract[name];
    // Before the input is looked at: who may not call learns nothing of it.
    const context = access === 'public' ? undefined : entitledContext(name);
    const parsed = input.safeParse(rawInput, PARSE_OPTIONS);
    if (!parsed.success) throw new GuichetError('invalid-input', { fields: problemsFromZod(parsed.error) });
    // The table guarantees that each handler takes what its own schema gives; TypeScript cannot follow that per name.
    const handler = handlers[name] as AnyHandler;
    const findContext = () => openContext(keeper);
    const call = { name, input: parsed.data, findContext, recorder };
    const value = context
      ? await auditedCall({ ...call, context }, (its) => handler(parsed.data, its))
      : await auditedSession(call, () => handler(parsed.data, desk));
    return output.parse(value);
  };
}

/** Of the clerk at the keyboard, whatever she may do yet; undefined where the station is locked. */
function openContext(keeper: SessionKeeper): StationContext | undefined {
  try {
    return keeper.contextFor('session.touch');
  } catch (error) {
    if (error instanceof GuichetError) return undefined;
    throw error;
  }
}

/** The composition root: the whole program behind one `call`, whatever host carries it. */
export function createApp({ folder, ports, clock, onUnexpected, locksWhenIdle = true }: AppOptions): Core {
  const listeners = new Set<Listener>();
  const emit: Emit = (name, payload) => listeners.forEach((listener) => listener(name, payload));
  const reference = openReference();
  const onOpen = (context: StationContext) => {
    layStationLists(reference, context);
    purgeOldBlocks(context.database, clock.nowMs());
    resumePrints(context);
  };
  const keeper = createSessionKeeper({ folder, ports, clock, emit, onOpen, onUnexpected, locksWhenIdle });
  const run = commandRunner({ keeper, clock, ports, reference });

  return {
    async call(method, input): Promise<Envelope> {
      try {
        if (!isCommandName(method)) throw new GuichetError('unknown-command');
        return { ok: true, value: await run(method, input) };
      } catch (error) {
        if (isBaseDamage(error)) keeper.suspectDamage();
        if (!(error instanceof GuichetError)) onUnexpected?.(error, method);
        return { ok: false, error: toWireError(error) };
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => keeper.close(),
  };
}
