import { describe, expect, it } from 'vitest';
import type { FilePiece, PieceState } from '../contract/registrations.ts';
import { hasEnded, liveStatus } from './registration-status.ts';
import { STATUSES } from '../contract/registrations.ts';

const TODAY = '2027-01-15';

function aPiece(id: string, state: PieceState, dueOn?: string): FilePiece {
  return { id, label: id, reason: 'Essai', state, dueOn, stateReason: null, agent: null, atMs: null };
}

const SIGNED = aPiece('signedConfirmation', 'accepted');
const statusWith = (...pieces: FilePiece[]) => liveStatus(pieces, TODAY);

describe('a live file', () => {
  it('waits for its return while the last version is not signed, whatever else was accepted', () => {
    expect(statusWith(aPiece('signedConfirmation', 'awaited'), aPiece('photo', 'accepted'))).toBe(
      'awaitingReturn',
    );
  });

  it('is complete only when a person accepted or exempted every piece', () => {
    const states: PieceState[] = ['awaited', 'deposited', 'rejected', 'accepted', 'exempted'];
    expect(states.map((state) => statusWith(SIGNED, aPiece('photo', state)))).toEqual([
      'returned',
      'returned',
      'returned',
      'complete',
      'complete',
    ]);
  });

  it('is complete "sous réserve" of a piece with a later date, until that date has passed', () => {
    const r408 = (dueOn: string) => statusWith(SIGNED, aPiece('scaffoldingCertificate', 'awaited', dueOn));
    expect([r408('2027-03-14'), r408(TODAY), r408('2027-01-14')]).toEqual([
      'complete',
      'complete',
      'returned',
    ]);
  });
});

it('a withdrawn, cancelled or excluded file has ended, and no other', () => {
  expect(STATUSES.filter(hasEnded)).toEqual(['withdrawn', 'cancelled', 'excluded']);
});
