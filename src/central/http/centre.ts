import type { VersionRange } from '#shared/protocol/versions.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Deadlines } from '../intake/deadlines.ts';
import type { Chores } from '../chores.ts';
import type { CentreKind } from '../keys/centre-kind.ts';
import type { ServerEpoch } from '../keys/server-epoch.ts';
import type { ServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';

/** What every route works with. */
export interface Centre {
  database: Database;
  key: ServerKey;
  epoch: ServerEpoch;
  blobs: BlobStore;
  kind: CentreKind;
  chores: Chores;
  /** Versions of the protocol it speaks. */
  protocols: VersionRange;
  /** Public keys that batches are encrypted for: the centre's, and the rectorat's own where there is one. */
  batchRecipients: readonly string[];
  /** Undefined where the centre was given no campaigns: it then asks no dates. */
  deadlines: Deadlines | undefined;
  /** Where batches lie while they are taken in. */
  incomingFolder: string;
  nowMs(): number;
}
