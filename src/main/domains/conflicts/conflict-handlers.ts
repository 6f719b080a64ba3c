import type { Conflict } from '#shared/contract/conflicts.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  findRegistrationById,
  getRegistration,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { listConflicts, type StoredConflict } from './conflict-store.ts';
import { decideConflict } from './decide-conflict.ts';
import { endProposed } from './proposed-end.ts';

export function conflictHandlers(reference: Reference): Handlers<'conflicts.list' | 'conflicts.resolve'> {
  return {
    'conflicts.list': ({ number }, context) => {
      const recordId = number === undefined ? undefined : getRegistration(context, number).id;
      return listConflicts(context.database, recordId).flatMap((conflict) =>
        describe(context, reference, conflict),
      );
    },
    'conflicts.resolve': (input, context) => {
      const numbers = decideConflict(context, reference, input);
      context.emit('registrations.changed', { registrationNumber: numbers.registrationNumber });
      context.emit('outbox.changed', {});
      return numbers;
    },
  };
}

/** Nothing for a file that this station does not hold. */
function describe(context: StationContext, reference: Reference, conflict: StoredConflict): Conflict[] {
  const registration = findRegistrationById(context.database, conflict.recordId);
  if (!registration) return [];
  const { id, reason, agent, station, capturedAtMs, decidedBy, decidedAtMs } = conflict;
  return [
    {
      id,
      registration: summaryOf(reference, registration),
      reason,
      agent,
      station,
      capturedAtMs,
      proposes: endProposed(conflict.changes) ? 'end' : 'answers',
      fields: fieldsOf(registration, conflict),
      decidedBy,
      decidedAtMs,
    },
  ];
}

function summaryOf(reference: Reference, registration: StoredRegistration): Conflict['registration'] {
  const { registrationNumber, candidateNumber, version, status, answers } = registration;
  const { birthName, givenNames, birthDate } = answers.identification;
  const code = answers.qualification.specialtyCode;
  return {
    registrationNumber,
    candidateNumber,
    version,
    status,
    birthName,
    givenNames,
    birthDate,
    exam: answers.candidature.exam,
    specialtyLabel: reference.findSpecialty(code)?.label ?? code,
  };
}

function fieldsOf(registration: StoredRegistration, { changes, paths }: StoredConflict): Conflict['fields'] {
  const current = flattenAnswers(registration.answers);
  return changes
    .filter(({ path }) => !path.startsWith('file.'))
    .map(({ path, after }) => ({
      path,
      current: current.get(path) ?? null,
      proposed: after,
      isContested: paths.includes(path),
    }));
}
