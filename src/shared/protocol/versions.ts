import { OP_SCHEMAS } from './limits.ts';

/** Versions of the protocol that one side speaks, all of them. */
export interface VersionRange {
  min: number;
  max: number;
}

/** What this program speaks, as a station and as a centre. Raised as docs/protocol/sync-protocol.md, "Versions side by side", says. */
export const PROTOCOL_VERSIONS: VersionRange = { min: 1, max: 1 };

/** Says which version a request is in; absent means 1. Not signed: it decides nothing but whether the two understand each other. */
export const VERSION_HEADER = 'guichet-protocol';

/** Undefined for what is no version. */
export function readVersion(header: unknown): number | undefined {
  if (header === undefined) return 1;
  return typeof header === 'string' && /^\d{1,4}$/.test(header) ? Number(header) : undefined;
}

/** The newest version both speak, or the side that is too old. */
export function commonVersion(
  station: VersionRange,
  centre: VersionRange,
): number | 'old-station' | 'old-centre' {
  if (station.max < centre.min) return 'old-station';
  if (centre.max < station.min) return 'old-centre';
  return Math.min(station.max, centre.max);
}

/** Whether a centre takes the ops that this program writes; otherwise the side that is too old. */
export function opsSide(centre: VersionRange): 'understood' | 'old-station' | 'old-centre' {
  if (OP_SCHEMAS.max < centre.min) return 'old-station';
  return OP_SCHEMAS.max > centre.max ? 'old-centre' : 'understood';
}
