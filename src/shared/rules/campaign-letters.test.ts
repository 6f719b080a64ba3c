import { describe, expect, it } from 'vitest';
import type { FilePiece } from '../contract/registrations.ts';
import { LETTER_KINDS } from '../contract/letters.ts';
import { letterRefusal, type LetterGround } from './campaign-letters.ts';

const aPiece = (state: FilePiece['state']): FilePiece => ({
  id: state,
  label: 'Pièce',
  reason: 'Demandée',
  state,
  stateReason: null,
  agent: null,
  atMs: null,
});

const GROUND: LetterGround = {
  campaign: {
    acknowledgesReturns: false,
    receiptAtCounter: true,
    sendsReminders: false,
    specificNotices: [{ specialtyCodes: ['50033205T'], title: 'Note' }],
  },
  status: 'returned',
  specialtyCode: '50022141S',
  pieces: [aPiece('awaited')],
  returnedBy: 'post',
};

const refusal = (
  kind: Parameters<typeof letterRefusal>[0],
  { campaign, ...changes }: Partial<Omit<LetterGround, 'campaign'>> & { campaign?: object } = {},
) => letterRefusal(kind, { ...GROUND, ...changes, campaign: { ...GROUND.campaign, ...campaign } });

describe('a receipt', () => {
  it('is not given for the post where the notice acknowledges nothing (S0-24), but is at the counter', () => {
    expect([
      refusal('depositReceipt'),
      refusal('depositReceipt', { returnedBy: 'upload' }),
      refusal('depositReceipt', { returnedBy: 'counter' }),
      refusal('depositReceipt', { campaign: { acknowledgesReturns: true } }),
      refusal('depositReceipt', { returnedBy: 'counter', campaign: { receiptAtCounter: false } }),
    ]).toEqual(['noAcknowledgement', 'noAcknowledgement', null, null, 'noReceiptAtCounter']);
  });

  it('is of what came: pieces alone will do, nothing will not', () => {
    expect([
      refusal('depositReceipt', { returnedBy: null, pieces: [aPiece('deposited')] }),
      refusal('depositReceipt', { returnedBy: null }),
    ]).toEqual([null, 'nothingDeposited']);
  });
});

describe('a reminder', () => {
  it('is not sent where the notice says so (S1-05)', () => {
    expect([refusal('reminder'), refusal('reminder', { campaign: { sendsReminders: true } })]).toEqual([
      'remindersOff',
      null,
    ]);
  });

  it('asks for something, of somebody who may still bring it', () => {
    const campaign = { sendsReminders: true };
    expect([
      refusal('reminder', {
        campaign,
        pieces: [aPiece('accepted'), aPiece('exempted'), aPiece('deposited')],
      }),
      refusal('reminder', { campaign, pieces: [aPiece('rejected')] }),
      refusal('reminder', { campaign, status: 'cancelled' }),
    ]).toEqual(['nothingMissing', null, 'fileEnded']);
  });
});

it('letters of an end are of that end only, and a notice slip of its specialty', () => {
  const allowed = (changes: Partial<LetterGround>) =>
    LETTER_KINDS.filter((kind) => letterRefusal(kind, { ...GROUND, ...changes }) === null);
  expect([
    allowed({ status: 'cancelled' }),
    allowed({ status: 'excluded' }),
    allowed({ status: 'withdrawn' }),
    allowed({ specialtyCode: '50033205T' }),
  ]).toEqual([['cancellation'], ['exclusion'], ['withdrawalProof'], ['specificNoticeSlip']]);
});
