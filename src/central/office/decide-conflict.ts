import { randomUUID } from 'node:crypto';
import type { Op } from '#shared/protocol/op.ts';
import type { Centre } from '../http/centre.ts';
import { receiveOps } from '../intake/receive-ops.ts';
import type { Sql } from '../postgres/database.ts';
import { findOpenConflict, type OpenConflict } from './conflict-queries.ts';
import { lockOfficeStation } from './office-station.ts';

/** `taken`: the fields of the proposal that become the file's. */
export interface OfficeDecision {
  opId: string;
  taken: readonly string[];
  login: string;
}

/**
 * The rectorat decides between two counters. It is an op, signed and chained like theirs, judged by the same rules: never a change
 * made beside them. Undefined when the proposal no longer waits; else the verdict.
 */
export async function decideConflict(centre: Centre, decision: OfficeDecision): Promise<string | undefined> {
  const training = (await centre.kind.isTraining()) === true;
  const decided = await centre.database.transaction(async (sql) => {
    const office = await lockOfficeStation(sql);
    const conflict = await findOpenConflict(sql, decision.opId);
    if (!conflict) return undefined;
    const line = { authentic: office.sign({ ...opOf(centre, conflict, decision), training }) };
    const intake = {
      database: { ...centre.database, transaction: <T>(work: (within: Sql) => Promise<T>) => work(sql) },
      key: centre.key,
      epoch: centre.epoch.epoch,
      training,
      nowMs: () => centre.nowMs(),
    };
    return receiveOps(intake, office.stationId, [line]);
  });
  if (!decided) return undefined;
  centre.epoch.remember(decided.highestServerSeq);
  return decided.verdicts[0]?.verdict;
}

function opOf(
  centre: Centre,
  { op, version, answers, lastOpId }: OpenConflict,
  { taken, login }: OfficeDecision,
): Omit<Op, 'previousHash' | 'stationId' | 'stationSeq' | 'training'> {
  const changes = op.changes
    .filter(({ path }) => taken.includes(path))
    .map(({ path, after }) => ({ path, before: answers[path] ?? null, after }));
  const isAnswered = changes.some(({ path }) => !path.startsWith('file.'));
  return {
    schema: 1,
    opId: randomUUID(),
    recordId: op.recordId,
    registrationNumber: op.registrationNumber,
    candidateNumber: op.candidateNumber,
    kind: 'resolve',
    version: isAnswered ? version + 1 : version,
    baseVersion: version,
    parentOp: lastOpId,
    changes,
    resolves: [op.opId],
    blobs: [],
    agent: login,
    capturedAtMs: centre.nowMs(),
    monotonicMs: Math.round(performance.now()),
  };
}
