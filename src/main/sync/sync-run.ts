import type { SyncSummary } from '#shared/contract/sync.ts';
import { counted } from '#shared/sentences/counted.ts';
import type { StationContext } from '#main/context.ts';
import { outboxCounts } from '#main/domains/outbox/index.ts';
import type { JobReport } from '#main/jobs/job-runner.ts';

export type SyncContext = Pick<StationContext, 'database' | 'files' | 'clock' | 'emit'>;

type Tally = Omit<SyncSummary, 'opsPending' | 'scansPending'>;

/** What one run has done so far, told as it goes. */
export interface SyncRun {
  context: SyncContext;
  tally: Tally;
  /** `count` more envois have their answer. */
  advance(count: number): void;
  summary(): SyncSummary;
}

export function startSyncRun(context: SyncContext, report: (progress: JobReport) => void): SyncRun {
  const before = outboxCounts(context.database);
  const tally: Tally = {
    opsSent: 0,
    opsAccepted: 0,
    opsDuplicate: 0,
    opsRefused: 0,
    scansSent: 0,
    scansAlreadyThere: 0,
    receiptsKept: 0,
    filesRenewed: 0,
    filesUnreadable: 0,
  };
  let done = 0;
  let total = before.opsPending + before.scansPending;
  return {
    context,
    tally,
    advance(count) {
      done += count;
      // What was registered meanwhile goes with this run too.
      total = Math.max(total, done);
      report({ done, total, label: `${counted(done, 'envoi')} sur ${total}` });
      context.emit('outbox.changed', {});
    },
    summary() {
      const { opsPending, scansPending } = outboxCounts(context.database);
      return { ...tally, opsPending, scansPending };
    },
  };
}
