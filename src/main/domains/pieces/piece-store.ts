import { PIECE_STATES, type FilePiece, type PieceState } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

export type NotedPiece = Pick<FilePiece, 'state' | 'stateReason' | 'agent' | 'atMs'>;

/** What was noted of the pieces of a file, by piece. A piece nobody touched is not there. */
export function notedPieces(database: ReadableDatabase, registrationId: string): Map<string, NotedPiece> {
  const rows = database.all(
    `SELECT *, ${opened('piece_state')} FROM piece_state WHERE registration_id = ?`,
    registrationId,
  );
  return new Map(
    rows.map((row) => [
      textOf(row, 'piece_id'),
      {
        state: stateOf(textOf(row, 'state')),
        stateReason: textOrNullOf(row, 'reason'),
        agent: textOf(row, 'agent'),
        atMs: numberOf(row, 'at_ms'),
      },
    ]),
  );
}

export function notePiece(
  database: WritableDatabase,
  registrationId: string,
  pieceId: string,
  noted: { state: PieceState; reason: string | null; agent: string; atMs: number },
): void {
  // What an earlier version noted in clear, where it could not be sealed yet: never the same piece twice.
  database.run('DELETE FROM piece_state WHERE registration_id = ? AND piece_id = ?', registrationId, pieceId);
  database.run(
    `INSERT INTO piece_state (registration_id, piece_id, state, reason, agent, at_ms)
     VALUES (?, sealed_alike(?, ?), ?, sealed(?, ?), ?, ?)
     ON CONFLICT (registration_id, piece_id)
     DO UPDATE SET state = excluded.state, reason = excluded.reason, agent = excluded.agent, at_ms = excluded.at_ms`,
    registrationId,
    pieceId,
    registrationId,
    noted.state,
    noted.reason,
    registrationId,
    noted.agent,
    noted.atMs,
  );
}

function stateOf(value: string): PieceState {
  const state = PIECE_STATES.find((one) => one === value);
  if (!state) throw new GuichetError('database-damaged', { detail: { column: 'state' } });
  return state;
}
