import { changesReplySchema, type ChangeEntry, type ChangesReply } from '#shared/protocol/changes.ts';
import { GuichetError } from '#shared/errors.ts';
import { endProposed, keepConflict, noteDecided } from '#main/domains/conflicts/index.ts';
import { settleDecided } from '#main/domains/outbox/index.ts';
import { adoptCentreState, type OtherCounter } from '#main/domains/registrations/index.ts';
import { changesCursorOf, setChangesCursor } from './central-server-store.ts';
import type { CentralLink } from './central-link.ts';
import { throwIfCancelled } from './retry.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * Reads what the other counters of the académie did, and what became of this station's own proposals. After the ops, so that nothing
 * of the station's own is still unjudged. Each page is one transaction with the place it was read to: a cut means reading it again.
 */
export async function receiveChanges(run: SyncRun, link: CentralLink): Promise<void> {
  const { database } = run.context;
  for (let more = true; more;) {
    throwIfCancelled(link.policy.signal);
    const page = await ask(link, changesCursorOf(database));
    if (page === 'no-changes') return;
    const touched = database.transaction(() => keepPage(run, page));
    for (const registrationNumber of touched)
      run.context.emit('registrations.changed', { registrationNumber });
    more = page.more;
  }
}

/** An older centre has nothing at this address; a station that was suspended a moment ago learns nothing more, and goes on sending. */
const WITHOUT: readonly unknown[] = ['not-found', 'station-suspended'];

async function ask(link: CentralLink, cursor: string | null): Promise<ChangesReply | 'no-changes'> {
  const path = cursor === null ? '/v1/changes' : `/v1/changes?after=${cursor}`;
  try {
    return await link.ask({ method: 'GET', path }, changesReplySchema);
  } catch (error) {
    if (error instanceof GuichetError && WITHOUT.includes(error.detail['refusal'])) return 'no-changes';
    throw error;
  }
}

/** Returns the numbers of the files that are no longer as they were. */
function keepPage({ context, tally }: SyncRun, { entries, records, cursor }: ChangesReply): string[] {
  const { database } = context;
  const touched: string[] = [];
  for (const state of records) {
    const own = entries.filter(({ recordId }) => recordId === state.recordId);
    const adoption = adoptCentreState(database, state, lastCounter(own));
    if (adoption === 'adopted') tally.filesRenewed += 1;
    if (adoption === 'unreadable') tally.filesUnreadable += 1;
    if (adoption === 'adopted' || own.some(({ conflict }) => conflict))
      touched.push(state.registrationNumber);
  }
  for (const entry of entries) {
    keepConflict(database, entry);
    noteDecided(database, entry.resolves, {
      name: `${entry.agent}, ${entry.station}`,
      atMs: entry.capturedAtMs,
    });
    settleDecided(database, entry.resolves);
  }
  setChangesCursor(database, cursor);
  return touched;
}

/** Whoever changed it last there; of an end, what was said of it. */
function lastCounter(entries: readonly ChangeEntry[]): OtherCounter {
  const applied = entries.filter(({ verdict, kind }) => verdict !== 'conflict' && kind !== 'attach');
  const last = applied.at(-1) ?? entries.at(-1);
  const end = applied.map(({ changes }) => endProposed(changes)).findLast((one) => one !== undefined);
  return {
    agent: last?.agent ?? '',
    station: last?.station ?? '',
    atMs: last?.capturedAtMs ?? 0,
    end: end?.end ?? 'withdrawn',
    endReason: end?.reason ?? '',
  };
}
