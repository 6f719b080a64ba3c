import { pendingOps } from '#main/domains/outbox/index.ts';
import { createCentralLink, type CentralLink } from './central-link.ts';
import { sendOps } from './send-ops.ts';
import { formerIdentities } from './station-identity.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * What this station had signed before it was rebuilt from a copy still goes under the key it was signed with: the centre knows most of
 * it, takes the rest, and no place is claimed twice. Before its own ops, which build on these.
 */
export async function sendFormerOps(run: SyncRun, link: CentralLink): Promise<void> {
  const { server, policy } = link;
  for (const { identity, places } of formerIdentities(run.context.database, server.keyId)) {
    if (pendingOps(run.context.database, places.after, 1, places.last).length === 0) continue;
    const former = createCentralLink(server, identity, policy, (followed) => {
      link.server = followed;
    });
    former.version = link.version;
    await sendOps(run, former, places);
  }
}
