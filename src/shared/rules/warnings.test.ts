import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { anExamPaper, someReferenceFacts } from '../../../tests/builders/reference-facts.ts';
import { warningsOf } from './warnings.ts';

const campaignOfNice = aCampaign({ academyCode: '23' });
const reference = someReferenceFacts({
  examPapers: [{ specialtyCode: '50022141S', source: 'essai', examPapers: [anExamPaper('EP1')] }],
});

const codes = (changes: Record<string, unknown>, campaign = campaignOfNice) =>
  warningsOf(anAnswer(changes), campaign, reference, '2026-11-20').map((warning) => warning.code);

describe('what the clerk is warned of', () => {
  it('is nothing for an adult of the académie whose épreuves are known', () => {
    expect(codes({})).toEqual([]);
  });

  it('is a CAP candidate who will not be of age on 31 December of the exam year', () => {
    const byBirthDate = ['2010-01-01', '2009-12-31', '2008-11-21'].map((birthDate) =>
      codes({ 'identification.birthDate': birthDate }),
    );
    expect(byBirthDate).toEqual([['cap-minor', 'minor'], ['minor'], ['minor']]);
  });

  it('is what a bac pro by experience and a BP have to prove later', () => {
    const judged = [
      codes({ 'candidature.exam': 'bacPro', 'candidature.category': 'workExperience' }),
      codes({ 'candidature.exam': 'bp', 'candidature.category': 'workExperience' }),
      codes({ 'candidature.exam': 'cap', 'candidature.category': 'workExperience' }),
    ];
    expect(judged).toEqual([['three-years-work'], ['bp-conditions'], []]);
  });

  it('is a new request of arrangement, with the address where it is made', () => {
    const campaign = aCampaign({
      links: { portal: 'https://portail.example.org', arrangements: 'https://amenagements.example.org' },
    });
    const answers = anAnswer({ 'candidature.disability': true, 'candidature.disabilityRequest': 'new' });
    const [warning] = warningsOf(answers, campaign, reference, '2026-11-20');
    expect([warning?.code, warning?.message.includes('https://amenagements.example.org')]).toEqual([
      'arrangement-request',
      true,
    ]);
  });

  it('is a specialty with a notice of its own, or without a list of épreuves', () => {
    const campaign = aCampaign({
      specificNotices: [{ specialtyCodes: ['50033205T'], title: 'CAP AEPE' }],
    });
    expect(codes({ 'qualification.specialtyCode': '50033205T' }, campaign)).toEqual([
      'exam-papers-unknown',
      'specific-notice',
    ]);
  });

  it('is an address outside the académie, never one abroad', () => {
    const abroad = { 'identification.addressCountry': 'BE', 'identification.postcode': '1000' };
    expect([codes({ 'identification.postcode': '13001' }), codes(abroad)]).toEqual([['other-academy'], []]);
  });
});
