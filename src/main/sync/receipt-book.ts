import type { Signed } from '#shared/protocol/signed-reply.ts';
import { passing } from '#shared/fault-points.ts';
import { settleBlob, type PendingBlob } from '#main/domains/outbox/index.ts';
import { keepSigned } from './settle-verdicts.ts';
import type { SyncRun } from './sync-run.ts';

/** Receipts that come within this time are stored by one fsync. */
const GATHERING_MS = 150;

/** Stores the receipts of files, those that come close together in one durable transaction; a file counts as received only then. */
export interface ReceiptBook {
  /** Throws what storing earlier ones threw. */
  keep(blob: PendingBlob, receipt: Signed): void;
  /** Stores what is still waiting. */
  close(): void;
}

export function openReceiptBook(run: SyncRun): ReceiptBook {
  const { database, clock } = run.context;
  const waiting: { blob: PendingBlob; receipt: Signed }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  const store = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const page = waiting.splice(0);
    passing('sync.before_blob_settle');
    database.transaction(() => {
      for (const { blob, receipt } of page) {
        keepSigned(run, receipt, 'blob', clock.nowMs());
        settleBlob(database, blob.sha256, String(receipt.payload['receiptId']));
      }
    });
    run.advance(page.length);
  };
  const storeLater = () => {
    try {
      store();
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
  };
  return {
    keep(blob, receipt) {
      if (failure) throw failure;
      waiting.push({ blob, receipt });
      timer ??= setTimeout(storeLater, GATHERING_MS);
    },
    close() {
      store();
      if (failure) throw failure;
    },
  };
}
