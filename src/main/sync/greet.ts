import { GuichetError } from '#shared/errors.ts';
import { helloSchema, type Hello } from '#shared/protocol/replies.ts';
import { commonVersion, opsSide, PROTOCOL_VERSIONS, type VersionRange } from '#shared/protocol/versions.ts';
import type { ChainStart } from '#shared/protocol/requests.ts';
import type { CentralLink } from './central-link.ts';

/** What the station says of itself, for the rectorat's list of stations. */
export interface SelfReport {
  clockMs: number;
  opsPending: number;
  scansPending: number;
  /** Of a station attached again. */
  start?: ChainStart | undefined;
}

export interface Greeting {
  epoch: string;
  /** The centre takes ops for a person to look at, and nothing else. */
  isRevoked: boolean;
  /** None from a centre that takes no batches. */
  batchRecipients: readonly string[];
  takesStationKeys: boolean;
}

/** Makes sure, before anything is sent, that this is our centre and that it will listen. */
export async function greet(
  link: CentralLink,
  report: SelfReport,
  speaks: VersionRange = PROTOCOL_VERSIONS,
): Promise<Greeting> {
  const about = `clock=${report.clockMs}&ops=${report.opsPending}&scans=${report.scansPending}`;
  const { start } = report;
  const place = start ? `&start=${start.nextSeq}&after=${start.previousHash}` : '';
  const hello = await link.ask({ method: 'GET', path: `/v1/hello?${about}${place}` }, helloSchema);
  link.version = agreedVersion(hello, speaks);
  if (hello.training !== link.identity.training) throw new GuichetError('training-mismatch');
  if (hello.station?.stationId !== link.identity.stationId) throw refused('poste inconnu du serveur central');
  const { suspended, revoked, suspendedFor } = hello.station;
  if (suspended && !revoked)
    throw new GuichetError(
      'station-suspended',
      suspendedFor === null ? {} : { detail: { reason: suspendedFor } },
    );
  const { epoch, batchRecipients, takesStationKeys } = hello;
  return { epoch, isRevoked: revoked, batchRecipients, takesStationKeys };
}

/** Throws `version-mismatch`: sending waits until one side is brought up to date; registering goes on. */
function agreedVersion({ protocols, schemas }: Hello, speaks: VersionRange): number {
  const version = commonVersion(speaks, protocols);
  const ops = opsSide(schemas);
  const old = typeof version === 'string' ? version : ops;
  if (old === 'old-station') throw new GuichetError('version-mismatch', { detail: { older: 'station' } });
  if (old === 'old-centre') throw new GuichetError('version-mismatch', { detail: { older: 'centre' } });
  return Number(version);
}

export function refused(cause: string): GuichetError {
  return new GuichetError('server-refused', { detail: { cause } });
}
