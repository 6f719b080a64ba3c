import { z } from 'zod';
import type { Campaign } from '#shared/contract/campaign.ts';
import { countryCode } from '#shared/contract/text.ts';
import {
  academySchema,
  examPaperSetSchema,
  specialtySchema,
  type Academy,
  type Commune,
  type Specialty,
} from '#shared/contract/reference.ts';
import type { ReferenceFacts } from '#shared/rules/reference-facts.ts';
import { openCommuneIndex, type CommuneIndex } from './commune-index.ts';
import { readAsset } from './read-asset.ts';
import { readShippedCampaigns } from './shipped-campaigns.ts';
import { indexSpecialties, type SpecialtyQuery } from './specialty-index.ts';

/** The world as the program ships it: what the rules ask, and what the screens search. */
export interface Reference extends ReferenceFacts {
  readonly academies: readonly Academy[];
  readonly specialties: readonly Specialty[];
  specialtiesOf(query: SpecialtyQuery): Specialty[];
  searchCommunes(query: string, limit: number): Commune[];
  /** Read anew at each call: whoever keeps them decides how long. */
  shippedCampaigns(): Campaign[];
}

/** Reads the small lists at once and the communes when first asked. Throws only when the installation is damaged. */
export function openReference(): Reference {
  const academies = readAsset('reference/academies.json', z.array(academySchema));
  const specialties = readAsset('reference/specialties.json', z.array(specialtySchema));
  const countries = new Set(readAsset('reference/countries.json', z.array(countryCode)));
  const examPaperSets = readAsset('reference/exam-papers.json', z.array(examPaperSetSchema));

  const academyByCode = new Map(academies.map((academy) => [academy.code, academy]));
  const examPapersByCode = new Map(examPaperSets.map((set) => [set.specialtyCode, set]));
  const specialtyIndex = indexSpecialties(specialties);
  let communeIndex: CommuneIndex | undefined;
  const communes = () => (communeIndex ??= openCommuneIndex());
  const findAcademy = (code: string) => academyByCode.get(code);

  return {
    academies,
    specialties,
    findAcademy,
    findSpecialty: (code) => specialtyIndex.find(code),
    findExamPapers: (specialtyCode) => examPapersByCode.get(specialtyIndex.find(specialtyCode)?.code ?? ''),
    findCommune: (code) => communes().find(code),
    isCountry: (code) => countries.has(code),
    specialtiesOf: (query) => specialtyIndex.search(query),
    searchCommunes: (query, limit) => communes().search(query, limit),
    shippedCampaigns: () => readShippedCampaigns({ findAcademy }),
  };
}
