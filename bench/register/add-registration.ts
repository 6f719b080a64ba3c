import type { WritableDatabase } from '#main/database/types.ts';
import { getOrAddCandidate, takeRegistrationNumber } from '#main/domains/registrations/numbers.ts';
import { insertRegistration, insertVersion } from '#main/domains/registrations/registration-store.ts';
import { newId } from '#main/new-id.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';

/**
 * A registration of a session that may be over, by the same store functions as a registration of today. Nothing is put in the outbox,
 * as if all were acknowledged and old operations gone.
 */
export function addRegistration(
  database: WritableDatabase,
  answers: Answers,
  { examYear, createdAtMs }: { examYear: number; createdAtMs: number },
): void {
  const id = newId();
  const { id: candidateId } = getOrAddCandidate(database, answers, createdAtMs);
  const registrationNumber = takeRegistrationNumber(database, answers.candidature.exam, examYear);
  const createdBy = 'Agent Mesure';
  insertRegistration(database, {
    ...{ id, registrationNumber, candidateId, examYear, createdAtMs, createdBy, answers },
    campaignId: answers.candidature.campaignId,
    version: 1,
  });
  insertVersion(database, id, {
    ...{ version: 1, answers, reason: 'registered', agent: createdBy, savedAtMs: createdAtMs },
    changes: diffAnswers(undefined, answers),
  });
}
