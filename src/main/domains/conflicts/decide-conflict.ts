import type { Answers } from '#shared/contract/answers.ts';
import type { Numbers } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { withChanges } from '#shared/rules/answer-changes.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  findRegistrationById,
  isOfWindow,
  judgeAnswers,
  recordEvent,
  requireEntitledToIdentity,
  requireValid,
  saveDecision,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { findConflict, noteDecided, type StoredConflict } from './conflict-store.ts';
import { endProposed, STATUS_PATH } from './proposed-end.ts';

export interface Decision {
  id: string;
  /** Paths of the proposal that become the file's; `file.status` for a proposed end. */
  accept: readonly string[];
  reason: string;
}

/**
 * A person's decision between what the file holds and what another counter proposed. Nothing is written over in silence: old and new
 * are in the version, who decided and why in the history, and the centre is told by an op that names the proposal. Throws
 * `unknown-conflict`, `already-decided`, `file-ended`, and what any change may throw.
 */
export function decideConflict(context: StationContext, reference: Reference, decision: Decision): Numbers {
  const { database, agent, clock } = context;
  const conflict = findConflict(database, decision.id);
  const registration = conflict && findRegistrationById(database, conflict.recordId);
  if (!conflict || !registration) throw new GuichetError('unknown-conflict');
  if (conflict.decidedBy !== null) throw new GuichetError('already-decided');
  if (hasEnded(registration.status) && decision.accept.length > 0) throw new GuichetError('file-ended');
  const answers = decidedAnswers(context, reference, registration, conflict, decision.accept);
  const end = decision.accept.includes(STATUS_PATH) ? endProposed(conflict.changes) : undefined;
  return database.transaction(() => {
    const numbers = saveDecision(context, registration, { answers, end, resolves: [conflict.id] });
    recordEvent(context, registration.id, 'conflictDecided', {
      station: conflict.station,
      reason: decision.reason,
    });
    noteDecided(database, [conflict.id], { name: agent.name, atMs: clock.nowMs() });
    return numbers;
  });
}

function decidedAnswers(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  { changes }: StoredConflict,
  accept: readonly string[],
): Answers {
  const taken = changes.filter(({ path }) => accept.includes(path) && !path.startsWith('file.'));
  if (taken.length === 0) return registration.answers;
  const changed = withChanges(
    registration.answers,
    Object.fromEntries(taken.map(({ path, after }) => [path, after])),
  );
  const judgement = judgeAnswers(changed, context, reference, { own: registration });
  // What was proposed was typed in time, at the other counter; when it is decided says nothing of that.
  const problems = judgement.problems.filter(({ code }) => !isOfWindow(code));
  const { answers } = requireValid({ ...judgement, problems });
  requireEntitledToIdentity(context, registration.answers, answers);
  return answers;
}
