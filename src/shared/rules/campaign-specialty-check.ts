import type { Campaign } from '../contract/campaign.ts';
import type { CampaignFault } from './campaign-schema-faults.ts';
import { diplomaCode } from './diploma-code.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Specialty codes of a campaign that no list knows, or that are not written as the program compares them. */
export function specialtyFaults(
  campaign: Campaign,
  findSpecialty: ReferenceFacts['findSpecialty'],
): CampaignFault[] {
  return codeLists(campaign).flatMap(({ path, codes }) =>
    codes.flatMap((code, index) => {
      const at = `${path}.${index}`;
      const found = findSpecialty(code);
      if (!found)
        return [
          { path: at, message: `Aucune spécialité ne porte le code ${code} dans la liste officielle.` },
        ];
      return diplomaCode(code) === code
        ? []
        : [{ path: at, message: `Écrivez le code sans espace ni tiret : ${found.code}.` }];
    }),
  );
}

function codeLists(campaign: Campaign): { path: string; codes: string[] }[] {
  return [
    { path: 'r408SpecialtyCodes', codes: campaign.r408SpecialtyCodes },
    ...campaign.extraPieces.map(({ specialtyCodes }, index) => ({
      path: `extraPieces.${index}.specialtyCodes`,
      codes: specialtyCodes,
    })),
    ...campaign.specificNotices.map(({ specialtyCodes }, index) => ({
      path: `specificNotices.${index}.specialtyCodes`,
      codes: specialtyCodes,
    })),
    ...campaign.portfolios.flatMap(({ specialtyCodes, exceptSpecialtyCodes }, index) => [
      { path: `portfolios.${index}.specialtyCodes`, codes: specialtyCodes },
      { path: `portfolios.${index}.exceptSpecialtyCodes`, codes: exceptSpecialtyCodes },
    ]),
  ];
}
