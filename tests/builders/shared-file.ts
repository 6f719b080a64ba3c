import type { FieldChange } from '#shared/contract/registrations.ts';
import { changesReplySchema, type ChangesReply } from '#shared/protocol/changes.ts';
import type { Op } from '#shared/protocol/op.ts';
import type { ProtocolStation, SignedOp } from './protocol-station.ts';

/** Answers of a fictitious person, as the first op of a file. */
export const FIRST_ANSWERS: Record<string, unknown> = {
  'identification.birthName': 'EXEMPLE',
  'identification.givenNames': 'Camille',
  'identification.phone': '+33600000001',
  'identification.locality': 'Nice',
};

export function answersAsChanges(answers: Record<string, unknown>): FieldChange[] {
  return Object.entries(answers).map(([path, after]) => ({ path, before: null, after }));
}

/** An op on a file that another op began: what it had seen is told by `seen`, never by order. */
export function onFile(
  { op: first }: SignedOp,
  seen: { parent: SignedOp; version: number },
  after: Record<string, unknown>,
  more: Partial<Op> = {},
): Partial<Op> {
  return {
    recordId: first.recordId,
    registrationNumber: first.registrationNumber,
    candidateNumber: first.candidateNumber,
    kind: 'amend',
    version: seen.version + 1,
    baseVersion: seen.version,
    parentOp: seen.parent.op.opId,
    changes: Object.entries(after).map(([path, value]) => ({
      path,
      before: FIRST_ANSWERS[path] ?? null,
      after: value,
    })),
    ...more,
  };
}

export async function changesAfter(station: ProtocolStation, cursor?: string): Promise<ChangesReply> {
  const { body } = await station.request(
    'GET',
    `/v1/changes${cursor === undefined ? '' : `?after=${cursor}`}`,
  );
  return changesReplySchema.parse((body as { payload: unknown }).payload);
}
