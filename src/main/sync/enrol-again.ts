import { GuichetError } from '#shared/errors.ts';
import { readEnrolmentCode } from '#shared/protocol/enrolment-code.ts';
import type { Enrolment } from '#shared/protocol/replies.ts';
import type { SignedStationKey } from '#shared/protocol/station-keys.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { reissueOps, undoOpenBatches } from '#main/domains/outbox/index.ts';
import { adoptServerKey, getCentralServer, readChangesAgain } from './central-server-store.ts';
import { changeBlock, requestEnrolment } from './enrol.ts';
import { chainEnd, nextIdentity, successorRequest, type NextIdentity } from './enrolment-request.ts';
import { keyChanges } from './rotate-key.ts';
import { readIdentity, type StationIdentity } from './station-identity.ts';

/** Registrations made while the request travelled move the end of the chain; a clerk does not type that fast. */
const ATTEMPTS = 5;

type Where = Pick<StationContext, 'database' | 'clock'>;

/**
 * Attaches a station again that was suspended, copied or moved, with a code of the rectorat for this very station: a new identity, a new
 * series of numbers, and everything the centre has not taken from the former one signed and sent anew. Throws `not-enrolled`,
 * `enrolment-refused`, and those of any request.
 */
export async function enrolAgain(
  context: Where,
  { code }: { code: string },
): Promise<{ stationId: string; block: string; serverKeyId: string; opsToSend: number }> {
  const { database } = context;
  const { url } = getCentralServer(database);
  const keyMark = readEnrolmentCode(code)?.keyMark;
  if (keyMark === undefined) throw new GuichetError('enrolment-refused');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = nextIdentity(database);
    const request = successorRequest(database, presentSelf(database), next, code);
    const enrolment = await requestEnrolment(url, request, next.privateKey, keyMark);
    const opsToSend = database.transaction(() =>
      chainEnd(database).nextSeq === request.replaces?.nextSeq ? goOnAs(context, next, enrolment) : undefined,
    );
    if (opsToSend === undefined) continue;
    const { block, server } = enrolment;
    return { stationId: next.stationId, block, serverKeyId: server.keyId, opsToSend };
  }
  throw new GuichetError('server-unreachable', { detail: { cause: 'poste en cours d’emploi' } });
}

/** Who it is, and how it came to the key it signs with. */
export function presentSelf(database: ReadableDatabase): {
  identity: StationIdentity;
  keys: readonly SignedStationKey[];
} {
  return { identity: readIdentity(database), keys: keyChanges(database) };
}

/**
 * From now on the station is the next identity, and its chain goes on where the former one ends. What lay in a batch leaves in another: the
 * centre keeps the files of a stopped station back. Call it inside a transaction. Returns how many ops were signed anew.
 */
export function goOnAs(
  { database, clock }: Where,
  next: NextIdentity,
  { server, block }: Pick<Enrolment, 'server' | 'block'>,
): number {
  const known = getCentralServer(database);
  becomeNext(database, next, clock.nowMs());
  changeBlock(database, block);
  // The code, or the mark, named this key: whatever became of the one pinned before, this is the centre.
  if (server.keyId !== known.keyId)
    adoptServerKey(
      database,
      { ...known, keyId: server.keyId, publicKey: Buffer.from(server.publicKey, 'base64') },
      clock.nowMs(),
    );
  readChangesAgain(database);
  undoOpenBatches(database);
  return reissueOps(database, clock);
}

function becomeNext(
  database: WritableDatabase,
  { stationId, privateKey, publicKey }: NextIdentity,
  atMs: number,
): void {
  database.run(
    `INSERT INTO former_identity (station_id, replaced_by, replaced_at_ms, next_seq, previous_hash)
     SELECT station_id, ?, ?, next_station_seq, last_op_hash FROM station WHERE id = 1`,
    stationId,
    atMs,
  );
  database.run(
    'UPDATE station SET station_id = ?, signing_key = ?, signing_public_key = ?, next_signing_key = NULL WHERE id = 1',
    stationId,
    privateKey.export({ format: 'der', type: 'pkcs8' }),
    Buffer.from(publicKey, 'base64'),
  );
}
