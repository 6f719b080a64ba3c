import type { Answers } from '#shared/contract/answers.ts';
import type { FieldChange, Numbers } from '#shared/contract/registrations.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import type { StationContext } from '#main/context.ts';
import { appendOp } from '#main/domains/outbox/index.ts';
import { recordEvent } from './file-events.ts';
import { keepIdentityKey } from './numbers.ts';
import {
  insertVersion,
  setLastOp,
  setStatus,
  updateRegistration,
  type StoredRegistration,
} from './registration-store.ts';
import type { End } from './save-end.ts';

interface Decided {
  answers: Answers;
  end: { end: End; reason: string } | undefined;
  /** The proposals that it decides, by their ops. */
  resolves: string[];
}

/** What a person decided between two counters. A version of its own when an answer changes; always told to the centre. */
export function saveDecision(
  context: StationContext,
  registration: StoredRegistration,
  { answers, end, resolves }: Decided,
): Numbers {
  const { database, clock, agent } = context;
  const { id, registrationNumber, candidateNumber } = registration;
  const changes = diffAnswers(registration.answers, answers);
  const version = registration.version + (changes.length > 0 ? 1 : 0);
  const savedAtMs = clock.nowMs();
  return database.transaction(() => {
    if (changes.length > 0) {
      updateRegistration(database, id, version, answers);
      keepIdentityKey(database, candidateNumber, answers);
      const reason = 'conflictDecided';
      insertVersion(database, id, { version, answers, changes, reason, agent: agent.name, savedAtMs });
    }
    if (end) {
      setStatus(database, id, end.end, savedAtMs, end.reason);
      recordEvent(context, id, end.end, { reason: end.reason });
    }
    const op = appendOp(database, clock, {
      recordId: id,
      registrationNumber,
      candidateNumber,
      kind: 'resolve',
      version,
      centreVersion: registration.centreVersion,
      parentOp: registration.lastOpId,
      changes: [...changes, ...endChanges(registration, end)],
      resolves,
      agentLogin: agent.login,
    });
    setLastOp(database, id, op.opId);
    return { registrationNumber, candidateNumber, version };
  });
}

function endChanges({ status }: StoredRegistration, end: Decided['end']): FieldChange[] {
  if (!end) return [];
  return [
    { path: 'file.status', before: status, after: end.end },
    { path: 'file.statusReason', before: null, after: end.reason },
  ];
}
