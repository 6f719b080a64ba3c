import type { Answers } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { FilePiece, Piece } from '#shared/contract/registrations.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { requiredPieces, SIGNED_CONFIRMATION, type R408Facts } from '#shared/rules/pieces.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { notedPieces, type NotedPiece } from './piece-store.ts';
import { signedReturns } from './return-store.ts';

/** What of a file its pieces follow from. */
export interface FileFacts {
  id: string;
  version: number;
  answers: Answers;
  createdAtMs: number;
}

const UNTOUCHED: NotedPiece = { state: 'awaited', stateReason: null, agent: null, atMs: null };

/**
 * The pieces of a file as they stand: what the last answers ask, with what was noted of each. The signed confirmation is noted by
 * its return and by nothing else.
 */
export function filePieces(
  database: ReadableDatabase,
  file: FileFacts,
  campaign: Campaign,
  reference: R408Facts,
): FilePiece[] {
  const noted = notedPieces(database, file.id);
  const day = localDate(file.createdAtMs, campaign.timeZone);
  return requiredPieces(file.answers, campaign, day, reference).map((piece: Piece) => ({
    ...piece,
    ...(piece.id === SIGNED_CONFIRMATION
      ? confirmationPiece(database, file)
      : (noted.get(piece.id) ?? UNTOUCHED)),
  }));
}

function confirmationPiece(database: ReadableDatabase, file: FileFacts): NotedPiece {
  const [last] = signedReturns(database, file.id, file.version);
  return last
    ? { state: 'accepted', stateReason: null, agent: last.agent, atMs: last.recordedAtMs }
    : UNTOUCHED;
}
