import type { RegistrationStatus } from '#shared/contract/registrations.ts';
import type { StationContext } from '#main/context.ts';
import { appendOp } from '#main/domains/outbox/index.ts';
import { recordEvent } from './file-events.ts';
import { setLastOp, setStatus, type StoredRegistration } from './registration-store.ts';

export type End = Extract<RegistrationStatus, 'withdrawn' | 'cancelled' | 'excluded'>;

/**
 * Ends a file for good: its status, its history and the op that closes it at the centre are one transaction. The number stays
 * taken for ever; nothing more is sent of this file.
 */
export function saveEnd(
  context: StationContext,
  registration: StoredRegistration,
  end: End,
  reason: string,
): void {
  const { database, clock, agent } = context;
  database.transaction(() => {
    setStatus(database, registration.id, end, clock.nowMs(), reason);
    recordEvent(context, registration.id, end, { reason });
    const op = appendOp(database, clock, {
      recordId: registration.id,
      registrationNumber: registration.registrationNumber,
      candidateNumber: registration.candidateNumber,
      kind: 'cancel',
      version: registration.version,
      centreVersion: registration.centreVersion,
      parentOp: registration.lastOpId,
      changes: [
        { path: 'file.status', before: registration.status, after: end },
        { path: 'file.statusReason', before: null, after: reason },
      ],
      agentLogin: agent.login,
    });
    setLastOp(database, registration.id, op.opId);
  });
}
