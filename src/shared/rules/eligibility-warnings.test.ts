import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { anExamPaper, someReferenceFacts } from '../../../tests/builders/reference-facts.ts';
import { warningsOf } from './warnings.ts';

const reference = someReferenceFacts({
  examPapers: [{ specialtyCode: '50022141S', source: 'essai', examPapers: [anExamPaper('EP1')] }],
});

/** What is said of a candidate at the counter on 20 November 2026, for session 2027. */
const said = (exam: string, changes: Record<string, unknown>) =>
  warningsOf(anAnswer({ 'candidature.exam': exam, ...changes }), aCampaign(), reference, '2026-11-20').map(
    ({ message }) => message,
  );

const work = (...periods: [from: string, to: string, percent?: number][]) => ({
  'candidature.workPeriods': periods.map(([from, to, percent = 100]) => ({ from, to, percent })),
});
const byExperience = { 'candidature.category': 'workExperience' };

describe('three years of work (bac pro, MC, CS)', () => {
  it('are counted, and what is missing is told', () => {
    expect(said('bacPro', { ...byExperience, ...work(['2024-01-01', '2026-04-30']) })).toEqual([
      'Condition à justifier avant la dernière unité de la session 2027 : trois ans d’expérience en rapport avec la spécialité, au moins comme ouvrier ou employé qualifié. Activité déclarée : 2 ans 4 mois à temps plein ; il manque 8 mois.',
    ]);
  });

  it('that are reached call for no word', () => {
    expect([
      said('cs', { ...byExperience, ...work(['2020-01-01', '2022-12-31']) }),
      said('bacPro', { 'candidature.category': 'formerPupil' }),
    ]).toEqual([[], []]);
  });

  it('reached by dates but not at full time are left to the case manager', () => {
    const [message] = said('mc', { ...byExperience, ...work(['2020-01-01', '2023-12-31', 50]) });
    expect(message).toContain('le décompte du temps partiel est à confirmer par le gestionnaire');
  });

  it('may be replaced by a preparation for whoever comes on their own', () => {
    const [message] = said('bacPro', { 'candidature.category': 'independent' });
    expect(message).toBe(
      'Condition à justifier avant la dernière unité de la session 2027 : une préparation complète, ou trois ans d’expérience en rapport avec la spécialité, au moins comme ouvrier ou employé qualifié. Aucune période d’activité n’est déclarée.',
    );
  });
});

describe('the conditions of a BP', () => {
  it('are five years and 400 hours without a title', () => {
    expect(said('bp', { ...work(['2024-01-01', '2025-02-28']), 'candidature.trainingHours': 120 })).toEqual([
      'BP, condition à justifier avant la dernière unité de la session 2027 : 5 ans d’activité professionnelle et 400 heures de formation. Activité déclarée : 1 an 2 mois à temps plein ; il manque 3 ans 10 mois. Formation déclarée : 120 h ; il manque 280 h, qu’une décision de positionnement peut réduire.',
    ]);
  });

  it('are two years with a listed diploma of level 3', () => {
    const [message] = said('bp', { 'candidature.heldTitle': 'listedLevel3' });
    expect(message).toContain(
      '2 ans d’activité professionnelle (vingt mois sous certains contrats) et 400 heures',
    );
  });

  it('are six to twelve months and 240 hours with a bac pro of the sector: between the two, the specialty says', () => {
    const withBac = (to: string) =>
      said('bp', {
        'candidature.heldTitle': 'sectorBacPro',
        'candidature.trainingHours': 240,
        ...work(['2025-01-01', to]),
      });
    expect([withBac('2025-08-31'), withBac('2025-12-31')]).toEqual([
      [
        'BP, condition à justifier avant la dernière unité de la session 2027 : 6 à 12 mois d’activité selon la spécialité (bac pro du secteur) et 240 heures de formation. Activité déclarée : 8 mois ; vérifiez ce que demande la spécialité.',
      ],
      [],
    ]);
  });
});

describe('a minor at the CAP', () => {
  const minor = { 'identification.birthDate': '2010-01-01' };

  it('has a training to show, and an enrolment in progressive form (D337-7, D337-10)', () => {
    expect([
      said('cap', minor)[0],
      said('cap', { ...minor, 'qualification.form': 'progressive' })[0],
    ]).toEqual([
      'CAP : le candidat sera mineur au 31 décembre 2027 ; une formation est à justifier (continue, à distance ou en établissement privé hors contrat).',
      'CAP : le candidat sera mineur au 31 décembre 2027 ; une inscription dans un établissement ou un organisme de formation est à justifier (forme progressive).',
    ]);
  });
});

it('a job that ends after today is pointed out', () => {
  expect(said('cap', work(['2025-01-01', '2027-01-01']))).toEqual([
    'Une période d’activité se termine après aujourd’hui : elle compte en entier et sera à justifier.',
  ]);
});

it('a VAE of more than five years asks for its dispense again', () => {
  const achievements = [{ type: 'experienceValidation', year: 2021, academyCode: '23', effects: [] }];
  expect(said('cap', { achievements })).toEqual([
    'VAE de 2021, plus de cinq ans : la dispense se demande, si l’unité existe encore au diplôme.',
  ]);
});
