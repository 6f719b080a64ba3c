import { describe, expect, it } from 'vitest';
import { askedAnswers } from './asked-answers.ts';

describe('answers left behind by an earlier answer are not sent', () => {
  it('years of work and hours of training, once the exam asks for none', () => {
    const work = { workPeriods: [], trainingHours: 400, heldTitle: 'none' };
    const sent = ['bp', 'bacPro', 'cap'].map((exam) =>
      askedAnswers({ candidature: { exam, category: 'workExperience', ...work } }),
    );
    expect(sent).toEqual([
      { candidature: { exam: 'bp', category: 'workExperience', ...work } },
      { candidature: { exam: 'bacPro', category: 'workExperience', workPeriods: [] } },
      { candidature: { exam: 'cap', category: 'workExperience' } },
    ]);
  });

  it('the request of somebody who says no to the disability, the kind of what is no diploma', () => {
    expect(
      askedAnswers({
        candidature: { disability: false, disabilityRequest: 'new' },
        achievements: [{ type: 'sameExamFailed', diplomaKind: 'dma' }],
      }),
    ).toEqual({ candidature: { disability: false }, achievements: [{ type: 'sameExamFailed' }] });
  });

  it('the form of an MC or a CS is full', () => {
    const qualification = { specialtyCode: '56123205S', form: 'progressive' };
    expect(askedAnswers({ candidature: { exam: 'cs' }, qualification })).toEqual({
      candidature: { exam: 'cs' },
      qualification: { ...qualification, form: 'full' },
    });
  });

  it('EPS chosen is EPS of somebody fit; nobody else has a choice, and nothing chosen is no answer', () => {
    const sent = [{ choices: ['Danse'] }, { status: 'unfit', choices: ['Danse'] }, { choices: [] }].map(
      (physicalEducation) => askedAnswers({ examPapers: { physicalEducation } }),
    );
    expect(sent).toEqual([
      { examPapers: { physicalEducation: { status: 'fit', choices: ['Danse'] } } },
      { examPapers: { physicalEducation: { status: 'unfit', choices: [] } } },
      { examPapers: {} },
    ]);
  });
});
