import { EXAMS, type Exam } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { Specialty } from '../contract/reference.ts';
import type { CampaignFault } from './campaign-schema-faults.ts';
import { claimOf } from './route-portfolio.ts';

/** Specialties of an exam that may be sat in a session. */
export type SpecialtiesOf = (query: {
  exam: Exam;
  session?: number | undefined;
  query: string;
}) => Specialty[];

interface Claim {
  index: number;
  strength: number;
}

/** Two case managers for one specialty: the file would go to whoever comes first in the list. */
export function overlappingPortfolios(campaign: Campaign, specialtiesOf: SpecialtiesOf): CampaignFault[] {
  const shared = new Map<string, string[]>();
  for (const { exam, specialty } of examined(campaign, specialtiesOf)) {
    const claims = claimsOf(campaign, exam, specialty);
    const strongest = Math.max(...claims.map(({ strength }) => strength));
    const [first, ...others] = claims.filter(({ strength }) => strength === strongest);
    for (const other of first ? others : []) {
      const pair = `${first?.index} ${other.index}`;
      shared.set(pair, [...(shared.get(pair) ?? []), specialty.label]);
    }
  }
  return [...shared].map(([pair, labels]) => {
    const [first = 0, other = 0] = pair.split(' ').map(Number);
    return {
      path: `portfolios.${other}`,
      message: `Ce portefeuille et « ${campaign.portfolios[first]?.title ?? ''} » prennent tous deux : ${enumerate(labels)}.`,
    };
  });
}

/** Files of these specialties will be "à répartir": worth knowing, and no reason to refuse a campaign. */
export function unownedSpecialties(campaign: Campaign, specialtiesOf: SpecialtiesOf): CampaignFault[] {
  if (campaign.portfolios.length === 0) return [];
  const unowned = examined(campaign, specialtiesOf)
    .filter(({ exam, specialty }) => claimsOf(campaign, exam, specialty).length === 0)
    .map(({ specialty }) => specialty.label);
  if (unowned.length === 0) return [];
  const message = `Sans portefeuille, leurs dossiers seront « à répartir » : ${enumerate(unowned)}.`;
  return [{ path: 'portfolios', message }];
}

function examined(campaign: Campaign, specialtiesOf: SpecialtiesOf): { exam: Exam; specialty: Specialty }[] {
  const session = campaign.session ?? undefined;
  return EXAMS.filter((exam) => campaign.windows.some(({ exams }) => exams.includes(exam))).flatMap((exam) =>
    specialtiesOf({ exam, session, query: '' }).map((specialty) => ({ exam, specialty })),
  );
}

function claimsOf({ portfolios }: Campaign, exam: Exam, { code }: Specialty): Claim[] {
  return portfolios.flatMap((portfolio, index) => {
    const strength = portfolio.transversal ? undefined : claimOf(portfolio, { exam, specialtyCode: code });
    return strength === undefined ? [] : [{ index, strength }];
  });
}

const NAMED = 5;

function enumerate(labels: readonly string[]): string {
  const named = labels.slice(0, NAMED).join(' ; ');
  const more = labels.length - NAMED;
  return more > 0 ? `${named}, et ${more} autre${more > 1 ? 's' : ''}` : named;
}
