import { pendingOps } from '#main/domains/outbox/index.ts';
import { createCentralLink } from './central-link.ts';
import type { CentralServer } from './central-server-store.ts';
import type { RetryPolicy } from './retry.ts';
import { sendOps } from './send-ops.ts';
import { formerIdentities } from './station-identity.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * What this station had signed before it was rebuilt from a copy still goes under the key it was signed with: the centre knows most of
 * it, takes the rest, and no place is claimed twice. Before its own ops, which build on these.
 */
export async function sendFormerOps(run: SyncRun, server: CentralServer, policy: RetryPolicy): Promise<void> {
  for (const { identity, places } of formerIdentities(run.context.database, server.keyId)) {
    if (pendingOps(run.context.database, places.after, 1, places.last).length === 0) continue;
    await sendOps(run, createCentralLink(server, identity, policy), places);
  }
}
