import type { Verdict, VerdictReason } from '#shared/protocol/verdict.ts';
import type { FlatAnswers } from './apply-changes.ts';
import type { AuthenticOp } from './read-line.ts';

/** What the centre decides of an op; `reason` is null when there is nothing to explain. */
export interface Outcome {
  verdict: Verdict;
  reason: VerdictReason | null;
}

export interface StationState {
  stationId: string;
  /** Last place of the chain that was received, or refused by name. */
  headSeq: number;
  /** SHA-256 of the op there; null when that op was refused unread, so that its hash is only known from its successor. */
  headHash: string | null;
  suspendedFor: string | null;
  blocks: ReadonlySet<string>;
  contestedBlocks: ReadonlySet<string>;
}

/** An op the centre already keeps. */
export interface KnownOp {
  opId: string;
  stationId: string;
  stationSeq: number;
  previousHash: string;
  sha256: string;
  verdict: Verdict;
  reason: string | null;
  receiptId: string;
}

export interface RecordVersion {
  recordId: string;
  registrationNumber: string;
  candidateNumber: string;
  version: number;
  cancelled: boolean;
  answers: FlatAnswers;
  lastOpId: string;
}

export interface SecurityEvent {
  code: string;
  opSha256: string | null;
}

/**
 * All that the ops of one request touch, read once under lock, judged in memory, and written back in bulk: a request of
 * 500 ops costs a dozen statements instead of thousands.
 */
export interface IntakeView {
  training: boolean;
  station: StationState;
  knownById: Map<string, KnownOp>;
  /** Of this station only. */
  knownBySeq: Map<number, KnownOp>;
  /** Ops that wait for another, by op id, oldest place first. */
  held: Map<string, AuthenticOp & { reason: string | null }>;
  records: Map<string, RecordVersion>;
  recordByNumber: Map<string, string>;
  changes: IntakeChanges;
}

/** What judging did, to be written. */
export interface IntakeChanges {
  receiptId: string;
  received: { item: AuthenticOp; outcome: Outcome }[];
  /** Ops received earlier that no longer wait. */
  released: Map<string, Outcome>;
  createdRecords: Set<string>;
  updatedRecords: Set<string>;
  quarantined: { item: AuthenticOp; reason: VerdictReason }[];
  events: SecurityEvent[];
}
