import { GuichetError } from '#shared/errors.ts';
import type { BatchReceipt } from '#shared/protocol/batch-receipt.ts';
import { numberOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import {
  acknowledgedBlobs,
  answeredOps,
  reissueOps,
  reopenBlobs,
  reopenOps,
} from '#main/domains/outbox/index.ts';
import { getCentralServer, setEpoch } from '../central-server-store.ts';
import type { BatchContext } from './batch-context.ts';

/**
 * A receipt of an epoch that the station has not heard of: the centre was restored from a backup, and no line is there to ask what it
 * lost. Everything answered before waits once more, and leaves with the next batch: what the centre still holds is a duplicate there.
 * Throws `receipt-outdated` for an epoch that is over.
 */
export function followEpoch(
  { database, clock }: BatchContext,
  { epoch, importedAtMs }: Pick<BatchReceipt, 'epoch' | 'importedAtMs'>,
): void {
  const server = getCentralServer(database);
  if (epoch === server.epoch) return;
  if (server.formerEpochs.includes(epoch) || importedAtMs < lastWordAtMs(database))
    throw new GuichetError('receipt-outdated');
  database.transaction(() => {
    const ops = answeredOps(database, 0, Number.MAX_SAFE_INTEGER);
    reopenOps(
      database,
      ops.map(({ opId }) => opId),
    );
    reissueOps(database, clock);
    reopenBlobs(database, acknowledgedBlobs(database, '', Number.MAX_SAFE_INTEGER));
    setEpoch(database, epoch);
  });
}

/** By the centre's clock: when it wrote the last receipt that is kept here. */
function lastWordAtMs(database: ReadableDatabase): number {
  const row = database.get(
    `SELECT max(CAST(json_extract(content, '$.receivedAtMs') AS INTEGER)) AS at_ms FROM receipt`,
  );
  return (row && numberOrNullOf(row, 'at_ms')) ?? 0;
}
