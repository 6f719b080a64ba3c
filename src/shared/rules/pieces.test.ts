import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { requiredPieces, type R408Facts } from './pieces.ts';

const DAY = '2026-11-20';
const ROOFER = '50023223S';
const REFERENCE: R408Facts = {
  findR408: (specialtyCode) =>
    specialtyCode === ROOFER ? { specialtyCode, source: 'Liste d’essai' } : undefined,
};
const pieces = (changes: Record<string, unknown>, campaign = aCampaign()) =>
  requiredPieces(anAnswer(changes), campaign, DAY, REFERENCE);
const ids = (changes: Record<string, unknown>, campaign = aCampaign()) =>
  pieces(changes, campaign).map((piece) => piece.id);
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

  it('ask for the proof of each declared achievement, under a name that does not move with its place', () => {
    const dma = { type: 'otherDiploma', diplomaKind: 'dma', year: 2017, academyCode: '27', effects: [] };
    const failed = { type: 'sameExamFailed', year: 2025, academyCode: '23', effects: [] };
    const proofs = (achievements: unknown[]) =>
      pieces({ achievements })
        .slice(2)
        .map(({ id, label }) => [id, label]);
    expect([proofs([dma, failed, failed]), proofs([failed])]).toEqual([
      [
        ['achievement-dma-2017-27', 'Copie du diplôme ou du titre'],
        ['achievement-sameExamFailed-2025-23', 'Relevé de notes'],
        ['achievement-sameExamFailed-2025-23-2', 'Relevé de notes'],
      ],
      [['achievement-sameExamFailed-2025-23', 'Relevé de notes']],
    ]);
  });

  it('ask whoever is unfit for sport for a closed envelope, of which only the presence is noted', () => {
    const unfit = { 'examPapers.physicalEducation': { status: 'unfit', choices: [] } };
    expect(pieces(unfit).slice(2)).toEqual([
      {
        id: 'physicalEducationCertificate',
        label: 'Certificat d’inaptitude à l’EPS, sous pli fermé',
        reason: 'Déclaré inapte ; le pli n’est ni ouvert ni numérisé',
        sealed: true,
      },
    ]);
  });
});

describe('the R.408 certificate', () => {
  const roofer = { 'qualification.specialtyCode': ROOFER };

  it('is asked with the date of the campaign, of the specialties known to want it', () => {
    const campaign = aCampaign({ r408DueOn: '2025-03-14' });
    expect([pieces(roofer, campaign).at(-1), ids({}, campaign), ids(roofer)]).toEqual([
      {
        id: 'scaffoldingCertificate',
        label: 'Attestation de formation au travail en hauteur (R.408)',
        reason: 'Demandée pour cette spécialité, à fournir avant le 14/03/2025',
        dueOn: '2025-03-14',
      },
      ALWAYS,
      ALWAYS,
    ]);
  });

  it('is asked of the specialties a campaign names, and of no other', () => {
    const campaign = aCampaign({ r408DueOn: '2025-03-14', r408SpecialtyCodes: ['50022141S'] });
    expect([ids({}, campaign), ids(roofer, campaign)]).toEqual([
      [...ALWAYS, 'scaffoldingCertificate'],
      ALWAYS,
    ]);
  });
});
