import { assertNever } from '../assert-never.ts';
import type { Campaign, Modality } from '../contract/campaign.ts';
import type { LetterKind, LetterRefusal } from '../contract/letters.ts';
import type { FilePiece, RegistrationStatus } from '../contract/registrations.ts';
import { hasEnded } from './registration-status.ts';

/** What of a file decides which letters it may have. */
export interface LetterGround {
  campaign: Pick<Campaign, 'acknowledgesReturns' | 'receiptAtCounter' | 'sendsReminders' | 'specificNotices'>;
  status: RegistrationStatus;
  specialtyCode: string;
  pieces: readonly FilePiece[];
  /** How the last signed confirmation came; null while none did. */
  returnedBy: Modality | null;
}

/** Why this letter has no place in the file; null when it may be issued. */
export function letterRefusal(kind: LetterKind, ground: LetterGround): LetterRefusal | null {
  switch (kind) {
    case 'depositReceipt':
      return receiptRefusal(ground);
    case 'reminder':
      return reminderRefusal(ground);
    case 'cancellation':
      return ground.status === 'cancelled' ? null : 'notCancelled';
    case 'exclusion':
      return ground.status === 'excluded' ? null : 'notExcluded';
    case 'withdrawalProof':
      return ground.status === 'withdrawn' ? null : 'notWithdrawn';
    case 'specificNoticeSlip':
      return noticesOf(ground).length > 0 ? null : 'noSpecificNotice';
    default:
      return assertNever(kind);
  }
}

/** Missing, or looked at and refused: what a person still has to bring. */
export function expectedPieces(pieces: readonly FilePiece[]): FilePiece[] {
  return pieces.filter(({ state }) => state === 'awaited' || state === 'rejected');
}

export function depositedPieces(pieces: readonly FilePiece[]): FilePiece[] {
  return pieces.filter(({ state }) => state === 'deposited' || state === 'accepted');
}

/** Notices of this very specialty (S1-07). */
export function noticesOf({
  campaign,
  specialtyCode,
}: Pick<LetterGround, 'specialtyCode'> & {
  campaign: Pick<Campaign, 'specificNotices'>;
}): Campaign['specificNotices'] {
  return campaign.specificNotices.filter(({ specialtyCodes }) => specialtyCodes.includes(specialtyCode));
}

/** By post or on line as the notice says (S0-24: "il ne sera pas accusé réception"); at the counter, as the office does. */
function receiptRefusal({ campaign, pieces, returnedBy }: LetterGround): LetterRefusal | null {
  if (returnedBy === null && depositedPieces(pieces).length === 0) return 'nothingDeposited';
  // Pieces that came without their confirmation were put into a clerk's hands.
  const by = returnedBy ?? 'counter';
  if (by === 'counter') return campaign.receiptAtCounter ? null : 'noReceiptAtCounter';
  return campaign.acknowledgesReturns ? null : 'noAcknowledgement';
}

/** S1-05: "aucune relance ne sera effectuée". */
function reminderRefusal({ campaign, status, pieces }: LetterGround): LetterRefusal | null {
  if (hasEnded(status)) return 'fileEnded';
  if (expectedPieces(pieces).length === 0) return 'nothingMissing';
  return campaign.sendsReminders ? null : 'remindersOff';
}
