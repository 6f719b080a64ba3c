import { z } from 'zod';
import { assertNever } from '../assert-never.ts';

/** What the centre decided of one op. Only a failed transport is tried again; a verdict is an answer. */
export const VERDICTS = [
  'accepted',
  /** The same bytes were already received: a success. */
  'duplicate',
  'merged',
  /** Kept by the centre until what it builds on arrives. */
  'held_missing_parent',
  /** Kept, not applied: it contradicts what the centre holds; a person decides. */
  'conflict',
  /** Understood and refused. */
  'rejected',
  /** Kept aside, not applied: its origin is in doubt; a person decides. */
  'quarantined',
  /** The same identity with other content: an alarm, never an overwrite. */
  'id_reuse',
] as const;

export const verdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdictSchema>;

/** What a verdict means for the station that asked. */
export type VerdictFate = 'acknowledged' | 'refused' | 'held';

export function fateOf(verdict: Verdict): VerdictFate {
  switch (verdict) {
    case 'accepted':
    case 'duplicate':
    case 'merged':
      return 'acknowledged';
    case 'held_missing_parent':
      return 'held';
    case 'conflict':
    case 'rejected':
    case 'quarantined':
    case 'id_reuse':
      return 'refused';
    default:
      return assertNever(verdict);
  }
}

/** Why. Stable codes; a station shows one it does not know as it is. */
export const VERDICT_REASONS = [
  'malformed',
  'not-canonical',
  'schema-invalid',
  'schema-unknown',
  'other-station',
  'bad-signature',
  'training-mismatch',
  'bad-number-key',
  'foreign-block',
  'contested-block',
  'number-taken',
  'number-differs',
  'first-version-expected',
  'record-exists',
  'record-unknown',
  'record-cancelled',
  'version-gap',
  'version-taken',
  'value-differs',
  'group-differs',
  'edited-meanwhile',
  'other-academy',
  'already-decided',
  'bad-path',
  'sequence-gap',
  'sequence-reused',
  'op-id-reused',
  'chain-broken',
  'station-suspended',
  'not-unique',
  /** Of an op that is accepted: made in time, received after the closing. */
  'sent-late',
  'outside-window',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];
