import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { requiredPieces } from './pieces.ts';

const DAY = '2026-11-20';
const ids = (changes: Record<string, unknown>, campaign = aCampaign()) =>
  requiredPieces(anAnswer(changes), campaign, DAY).map((piece) => piece.id);
const ALWAYS = ['signedConfirmation', 'identityDocument'];

describe('the pieces asked for', () => {
  it('are the signed confirmation and an identity document for everyone', () => {
    expect(ids({})).toEqual(ALWAYS);
  });

  it('follow the age on the day for a French candidate under 25', () => {
    const byBirthDate = ['2009-11-21', '2008-11-20', '2001-11-21', '2001-11-20'].map((birthDate) =>
      ids({ 'identification.birthDate': birthDate }).filter((id) => !ALWAYS.includes(id)),
    );
    expect(byBirthDate).toEqual([
      ['censusCertificate'],
      ['defenceDayCertificate'],
      ['defenceDayCertificate'],
      [],
    ]);
  });

  it('never ask a foreign candidate for the service national', () => {
    expect(ids({ 'identification.birthDate': '2005-01-01', 'identification.nationality': 'BE' })).toEqual(
      ALWAYS,
    );
  });

  it('ask for the notification of an existing arrangement and for nothing medical', () => {
    expect(ids({ 'candidature.disability': true, 'candidature.disabilityRequest': 'existing' })).toContain(
      'arrangementDecision',
    );
    expect(ids({ 'candidature.disability': true, 'candidature.disabilityRequest': 'new' })).toEqual(ALWAYS);
  });

  it('ask for the proof of each declared achievement', () => {
    const achievements = [
      { type: 'otherDiploma', year: 2017, academyCode: '27', effects: [] },
      { type: 'sameExamFailed', year: 2025, academyCode: '23', effects: [] },
    ];
    expect(
      requiredPieces(anAnswer({ achievements }), aCampaign(), DAY)
        .slice(2)
        .map((piece) => piece.label),
    ).toEqual(['Copie du diplôme ou du titre', 'Relevé de notes']);
  });

  it('mention the R.408 certificate for building trades when the campaign sets a date', () => {
    const roofer = { 'qualification.specialtyCode': '50023223S' };
    expect([ids(roofer, aCampaign({ r408DueOn: '2025-03-14' })).at(-1), ids(roofer).length]).toEqual([
      'scaffoldingCertificate',
      2,
    ]);
  });
});
