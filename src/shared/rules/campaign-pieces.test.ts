import { expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { campaignPieces } from './campaign-pieces.ts';

const ALL = { identityDocument: true, homeProof: true, parentalAuthorisation: true, photo: true, fee: true };

it('asks by default for an identity document only', () => {
  expect(campaignPieces(anAnswer(), aCampaign(), 30).map(({ id }) => id)).toEqual(['identityDocument']);
});

it('asks for nothing that the campaign does not want', () => {
  const campaign = aCampaign({ askedPieces: { identityDocument: false } });
  expect(campaignPieces(anAnswer(), campaign, 30)).toEqual([]);
});

it('asks for the authorisation of the parents of a minor only', () => {
  const campaign = aCampaign({ askedPieces: ALL });
  expect([17, 18].map((age) => campaignPieces(anAnswer(), campaign, age).map(({ id }) => id))).toEqual([
    ['identityDocument', 'homeProof', 'parentalAuthorisation', 'photo', 'fee'],
    ['identityDocument', 'homeProof', 'photo', 'fee'],
  ]);
});

it('adds the académie’s own pieces where exam, specialty and age are meant, with their date', () => {
  const extra = { label: 'Attestation d’essai', reason: 'Demandée par l’académie' };
  const campaign = aCampaign({
    askedPieces: { identityDocument: false },
    extraPieces: [
      { ...extra, id: 'pour-tous', dueOn: '2027-02-01' },
      { ...extra, id: 'pour-le-bp', exams: ['bp'] },
      { ...extra, id: 'pour-une-specialite', specialtyCodes: ['50022141S'] },
      { ...extra, id: 'pour-les-mineurs', minorsOnly: true },
    ],
  });
  expect(campaignPieces(anAnswer(), campaign, 30)).toEqual([
    { ...extra, id: 'extra-pour-tous', dueOn: '2027-02-01' },
    { ...extra, id: 'extra-pour-une-specialite' },
  ]);
});
