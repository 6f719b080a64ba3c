import type { Answers } from '#shared/contract/answers.ts';
import type { Numbers, SeenPiece } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayCorrectIdentity } from '#shared/rights.ts';
import { dottedChanges, withChanges } from '#shared/rules/answer-changes.ts';
import { identityChanges } from '#shared/rules/frozen-identity.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getRegistrationToChange } from './describe-registration.ts';
import { recordEvent } from './file-events.ts';
import { judgeAnswers, requireValid } from './judge-answers.ts';
import { findRegistrationById, type StoredRegistration } from './registration-store.ts';
import { saveAttachment, saveVersion } from './save-registration.ts';
import { isOfWindow } from './window-problems.ts';

interface Correction {
  number: string;
  changes: Record<string, unknown>;
  reason: string;
  pieceSeen?: SeenPiece | undefined;
  onVersion?: number | undefined;
  draftId?: string | undefined;
}

/** The window is no problem for a supervisor's correction (S0-15); every other rule holds. Only supervisors are let to this command. */
export function correctRegistration(
  context: StationContext,
  reference: Reference,
  { number, changes, reason, pieceSeen, onVersion, draftId }: Correction,
): Numbers {
  const registration = getRegistrationToChange(context, number, onVersion);
  const judgement = judgeAnswers(
    withChanges(registration.answers, dottedChanges(changes)),
    context,
    reference,
    {
      own: registration,
    },
  );
  const problems = judgement.problems.filter(({ code }) => !isOfWindow(code));
  const { answers } = requireValid({ ...judgement, problems });
  requireSeenPiece(registration.answers, answers, pieceSeen);
  return context.database.transaction(() => {
    const numbers = saveVersion(context, registration, answers, 'supervisedCorrection', { draftId });
    if (identityChanges(registration.answers, answers).length > 0 && pieceSeen)
      recordCorrectedIdentity(context, registration.id, { pieceSeen, reason });
    else
      recordEvent(context, registration.id, 'corrected', { reason, version: formatVersion(numbers.version) });
    return numbers;
  });
}

/** Throws `invalid-input` at `pieceSeen` when the identity changes and no document was seen (S4-07). */
export function requireSeenPiece(before: Answers, after: Answers, pieceSeen: SeenPiece | undefined): void {
  if (pieceSeen === undefined && identityChanges(before, after).length > 0)
    throw new GuichetError('invalid-input', { fields: [{ path: 'pieceSeen', code: 'required' }] });
}

/** For red ink, which any clerk accepts: an identity is corrected by an entitled one only. */
export function requireEntitledToIdentity(
  { agent }: Pick<StationContext, 'agent'>,
  before: Answers,
  after: Answers,
): void {
  const paths = identityChanges(before, after);
  if (paths.length > 0 && !mayCorrectIdentity(agent.role))
    throw new GuichetError('invalid-input', {
      fields: paths.map((path) => ({ path, code: 'identity-frozen' })),
    });
}

/** Told in the history and to the centre: which kind of document was seen, never its number. Old and new are in the version. */
export function recordCorrectedIdentity(
  context: StationContext,
  registrationId: StoredRegistration['id'],
  { pieceSeen, reason }: { pieceSeen: SeenPiece; reason?: string },
): void {
  const corrected = findRegistrationById(context.database, registrationId);
  if (!corrected) throw new Error('a corrected registration is not there');
  const version = formatVersion(corrected.version);
  recordEvent(context, registrationId, 'identityCorrected', {
    pieceSeen,
    version,
    ...(reason ? { reason } : {}),
  });
  saveAttachment(context, corrected, {
    changes: [{ path: 'file.identityPieceSeen', before: null, after: { pieceSeen, version } }],
  });
}
