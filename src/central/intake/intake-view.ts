import type { Op } from '#shared/protocol/op.ts';
import type { Verdict, VerdictReason } from '#shared/protocol/verdict.ts';
import type { Timeliness } from './deadlines.ts';
import type { FlatAnswers } from './flat-answers.ts';
import type { AuthenticOp } from './read-lines.ts';

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
  academyCode: string;
  /** It took the place of another. */
  isSuccessor: boolean;
  /** The rectorat itself, deciding a conflict on its own page: it may touch every académie's registrations. */
  isOffice: boolean;
  /** How far ahead its clock was when it last greeted; 0 while it never has. */
  clockSkewMs: number;
  /** What its clock said when it made the op at the head. */
  lastCapturedMs: number;
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

/** An act that the centre had from a former identity of a station, once for each that signed it, and what it decided of it. */
export interface TakenBefore extends Outcome {
  opIds: readonly string[];
  /** The one that waits for a person, or waited: null where no proposal was kept. */
  proposal: { opId: string; isDecided: boolean } | null;
}

/** An op that waits for another, with the académie of its station. */
export type HeldOp = AuthenticOp & { reason: string | null; academyCode: string };

export interface RecordVersion {
  recordId: string;
  registrationNumber: string;
  candidateNumber: string;
  version: number;
  cancelled: boolean;
  answers: FlatAnswers;
  /** Of the station that registered it; its counters, and no others, may change it. Null for what is older than that rule. */
  academyCode: string | null;
  lastOpId: string;
}

/** A change that was applied earlier, by whatever station. */
export interface AppliedOp {
  opId: string;
  stationId: string;
  /** Version of the registration at the centre after it. */
  resultVersion: number;
  kind: Op['kind'];
  changes: Op['changes'];
}

/** A proposal that a person must decide on. */
export interface HeldProposal {
  op: Op;
  reason: VerdictReason;
  paths: readonly string[];
  atVersion: number;
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
  timelinessOf(op: Op): Timeliness;
  /** A person has decided that what was set apart is to be taken up. */
  isAdmission: boolean;
  station: StationState;
  knownById: Map<string, KnownOp>;
  /** Of this station only. */
  knownBySeq: Map<number, KnownOp>;
  /** Of ops that a station attached again signed anew: what the centre had before, by the id of the new one. */
  takenBefore: ReadonlyMap<string, TakenBefore>;
  /** Those earlier ops, and of what it said anew in an earlier request. */
  ownBefore: ReadonlySet<string>;
  /** Hashes of ops made outside their window, each in its place of the chain. */
  setApart: ReadonlySet<string>;
  /** Ops that wait for another, by op id, oldest place first. */
  held: Map<string, HeldOp>;
  records: Map<string, RecordVersion>;
  recordByNumber: Map<string, string>;
  /** By record; only of records that an op here may not know the last state of. */
  history: Map<string, AppliedOp[]>;
  /** Proposals that wait for a person, by record. */
  openConflicts: Map<string, Set<string>>;
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
  /** For the other counters, in order. */
  applied: { op: Op; verdict: Verdict; resultVersion: number; academyCode: string | null }[];
  held: HeldProposal[];
  /** Ops that say a waiting proposal again. */
  proposedAnew: { opId: string; proposal: string }[];
  /** Proposal → the op that decided it. */
  decided: Map<string, string>;
  quarantined: { item: AuthenticOp; reason: VerdictReason }[];
  events: SecurityEvent[];
}
