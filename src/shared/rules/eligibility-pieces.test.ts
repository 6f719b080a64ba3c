import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { eligibilityPieces } from './eligibility-pieces.ts';

const reasons = (changes: Record<string, unknown>, isMinor = false) =>
  eligibilityPieces(anAnswer(changes), isMinor).map(({ id, reason }) => [id, reason]);

describe('what proves that a candidate may sit', () => {
  it('a CAP is nothing for an adult on his own, whatever he worked', () => {
    expect([reasons({}), reasons({ 'candidature.category': 'workExperience' })]).toEqual([[], []]);
  });

  it('a CAP is an enrolment for a minor in progressive form (D337-10)', () => {
    expect([reasons({}, true), reasons({ 'qualification.form': 'progressive' }, true)]).toEqual([
      [],
      [['enrolmentCertificate', 'CAP : mineur en forme progressive']],
    ]);
  });

  it('a bac pro is the employers’ certificates or the training', () => {
    const bacPro = (category: string) =>
      reasons({ 'candidature.exam': 'bacPro', 'candidature.category': category });
    expect([bacPro('workExperience'), bacPro('distanceLearning'), bacPro('formerPupil')]).toEqual([
      [['employmentCertificate', 'Candidature au titre de l’expérience professionnelle']],
      [['trainingCertificate', 'Candidature au titre d’une formation']],
      [],
    ]);
  });

  it('a BP is work and 400 hours of training', () => {
    expect(reasons({ 'candidature.exam': 'bp' })).toEqual([
      ['employmentCertificate', 'BP : durée d’activité professionnelle'],
      ['trainingCertificate', 'BP : 400 heures de formation'],
    ]);
  });

  it('a BP with a title is shorter, and the title is to be shown', () => {
    const changes = { 'candidature.exam': 'bp', 'candidature.heldTitle': 'sectorBacPro' };
    expect(reasons(changes).slice(1)).toEqual([
      ['trainingCertificate', 'BP : 240 heures de formation'],
      ['heldTitle', 'BP : baccalauréat professionnel du secteur déclaré'],
    ]);
  });

  it('a BP with fewer hours is a decision of positionnement besides', () => {
    const withHours = (hours: number, heldTitle: string) =>
      reasons({
        'candidature.exam': 'bp',
        'candidature.trainingHours': hours,
        'candidature.heldTitle': heldTitle,
      }).filter(([id]) => id === 'placementDecision');
    expect([withHours(399, 'none'), withHours(400, 'none'), withHours(240, 'sectorBacPro')]).toEqual([
      [['placementDecision', 'BP : moins de 400 heures de formation déclarées']],
      [],
      [],
    ]);
  });
});
