import { auditLineOf } from '#shared/audited.ts';
import type { CommandName } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { appendEntries } from './append-entries.ts';
import { auditedDatabase } from './audited-database.ts';
import type { AuditFacts } from './entry-chain.ts';
import type { Recorder } from './recorder.ts';

const DONE = 'done';

export interface AuditedCall {
  name: CommandName;
  /** Of the session that is open now: some acts close one and open the next. */
  findContext: () => StationContext | undefined;
  recorder: Recorder;
}

const CONTROL = /\p{Cc}/gu;

/**
 * Runs a command so that the audit log tells of it. A change is told in the transaction that makes it, by the numbers of the ops it adds
 * or by what the call names; what is shown is told before it is given; a failure after it. Throws what the work throws.
 */
export async function auditedCall<Output>(
  call: AuditedCall & { input: unknown; context: StationContext },
  work: (context: StationContext) => Output | Promise<Output>,
): Promise<Output> {
  const { name, input, context, findContext, recorder } = call;
  const openBase = () => (findContext() ?? context).database;
  const line = auditLineOf(name);
  if (!line) return work(context);
  const tell = (references: readonly string[], outcome: string) =>
    toEntries(context, name, references, outcome);
  const referencesOf = (output?: Output) => namesIn(line.of(input as never, output as never));
  let isTold = false;
  const noteChange = (place: number) => {
    if (line.does !== 'changes') return;
    const numbers = numbersSince(context.database, place);
    const references = numbers.length > 0 || isTold ? numbers : referencesOf();
    if (references.length === 0) return;
    appendEntries(context.database, tell(references, DONE));
    isTold = true;
  };
  const watched = auditedDatabase(context.database, () => placeInChain(context.database), noteChange);
  try {
    const output = await work({ ...context, database: watched.database });
    if (!isTold) recorder.record(openBase(), line.does, tell(referencesOf(output), DONE));
    return output;
  } catch (error) {
    if (!UNTOLD.includes(codeOf(error)))
      recorder.record(openBase(), 'acts', tell(referencesOf(), codeOf(error)));
    throw error;
  } finally {
    watched.end();
  }
}

/** What was refused for want of rights is told whatever the command. */
export function auditRefusal(name: CommandName, context: StationContext, recorder: Recorder): void {
  recorder.record(context.database, 'shows', toEntries(context, name, [], 'forbidden'));
}

/** A call that opens or locks the station: told by the clerk who does it, while she is there. */
export async function auditedSession<Output>(
  call: AuditedCall,
  work: () => Output | Promise<Output>,
): Promise<Output> {
  const { name, findContext, recorder } = call;
  const tell = () => {
    const context = auditLineOf(name) ? findContext() : undefined;
    if (context) recorder.record(context.database, 'acts', toEntries(context, name, [], DONE));
  };
  if (name === 'session.lock') tell();
  const output = await work();
  if (name !== 'session.lock') tell();
  return output;
}

/** Not acts, but answers to correct; and what a base that fails cannot tell. */
const UNTOLD: readonly string[] = ['invalid-input', 'database-damaged', 'disk-failing', 'disk-full'];

function toEntries(
  { clock, agent }: StationContext,
  operation: CommandName,
  references: readonly string[],
  outcome: string,
): AuditFacts[] {
  const facts = { atMs: clock.nowMs(), clerkId: agent.id, operation, outcome };
  return (references.length === 0 ? [''] : references).map((reference) => ({ ...facts, reference }));
}

function namesIn(references: readonly (string | undefined)[]): string[] {
  return references.flatMap((one) => (one ? [one.replaceAll(CONTROL, '')] : []));
}

function codeOf(error: unknown): string {
  return error instanceof GuichetError ? error.code : 'internal';
}

function placeInChain(database: ReadableDatabase): number {
  return numberOf(database.get('SELECT next_station_seq AS place FROM station WHERE id = 1') ?? {}, 'place');
}

/** Of the registrations that ops were added about, from this place of the station's chain on. */
function numbersSince(database: WritableDatabase, place: number): string[] {
  return database
    .all(
      `SELECT DISTINCT registration_number FROM outbox_op WHERE station_seq >= ? AND registration_number <> ''`,
      place,
    )
    .map((row) => textOf(row, 'registration_number'));
}
