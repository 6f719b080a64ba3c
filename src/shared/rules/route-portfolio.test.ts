import { describe, expect, it } from 'vitest';
import { portfolioSchema, type Portfolio } from '../contract/campaign.ts';
import { routeFile, type RoutedFile } from './route-portfolio.ts';

const aPortfolio = (id: string, rest: object = {}): Portfolio =>
  portfolioSchema.parse({ id, title: `Filière ${id}`, ...rest });

const AEPE = '50033205T';
const ASSP = '40033007T';

const HEALTH = aPortfolio('sanitaire-sauf-aepe', { groups: ['33'], exceptSpecialtyCodes: [AEPE] });
const CHILDHOOD = aPortfolio('aepe-pharmacie', { specialtyCodes: [AEPE, '45033104S'] });
const HAIR = aPortfolio('coiffure', { groups: ['336'] });
const SPORT = aPortfolio('eps', { transversal: true, subjects: ['physicalEducation'] });
const GENERAL = aPortfolio('general', { transversal: true, subjects: ['french', 'mathematics'] });

const route = (file: Partial<RoutedFile>, portfolios: Portfolio[]) => {
  const { main, transversal } = routeFile(
    { exam: 'cap', specialtyCode: AEPE, subjects: [], ...file },
    portfolios,
  );
  return [main?.id ?? null, ...transversal.map(({ id }) => id)];
};

describe('a file goes to one case manager', () => {
  it('by the group of its specialty, but for the one that is excluded (S3-08: « sauf AEPE »)', () => {
    expect([
      route({ exam: 'bacPro', specialtyCode: ASSP }, [HEALTH, CHILDHOOD]),
      route({}, [HEALTH]),
      route({}, [HEALTH, CHILDHOOD]),
    ]).toEqual([['sanitaire-sauf-aepe'], [null], ['aepe-pharmacie']]);
  });

  it('by its whole code before its group, by a longer group before a shorter one, by its exam last', () => {
    const group = aPortfolio('group', { groups: ['33'] });
    const code = aPortfolio('code', { specialtyCodes: [AEPE] });
    const exam = aPortfolio('cap', { exams: ['cap'] });
    expect([
      route({}, [exam, group, code]),
      route({ specialtyCode: '50033616T' }, [group, HAIR, exam]),
      route({}, [exam, group]),
      route({}, [exam]),
    ]).toEqual([['code'], ['coiffure'], ['group'], ['cap']]);
  });

  it('only of an exam that the portfolio holds', () => {
    const bacProOnly = aPortfolio('bac-pro', { exams: ['bacPro'], groups: ['33'] });
    expect([route({}, [bacProOnly]), route({ exam: 'bacPro', specialtyCode: ASSP }, [bacProOnly])]).toEqual([
      [null],
      ['bac-pro'],
    ]);
  });

  it('or to nobody, to be given out by hand, where a portfolio is but a title', () => {
    expect(route({}, [aPortfolio('titre')])).toEqual([null]);
  });
});

describe('transversal case managers', () => {
  it('have every file with one of their subjects, beside its own', () => {
    expect([
      route({ subjects: ['physicalEducation', 'french'] }, [CHILDHOOD, SPORT, GENERAL]),
      route({ subjects: ['science'] }, [CHILDHOOD, SPORT, GENERAL]),
    ]).toEqual([['aepe-pharmacie', 'eps', 'general'], ['aepe-pharmacie']]);
  });

  it('may be held to some exams or specialties', () => {
    const bacPro = aPortfolio('eps-bac-pro', {
      transversal: true,
      exams: ['bacPro'],
      subjects: ['physicalEducation'],
    });
    const notChildhood = aPortfolio('eps-sauf-aepe', {
      transversal: true,
      subjects: ['physicalEducation'],
      exceptSpecialtyCodes: [AEPE],
    });
    expect([
      route({ subjects: ['physicalEducation'] }, [bacPro, notChildhood]),
      route({ exam: 'bacPro', specialtyCode: ASSP, subjects: ['physicalEducation'] }, [bacPro, notChildhood]),
    ]).toEqual([[null], [null, 'eps-bac-pro', 'eps-sauf-aepe']]);
  });
});
