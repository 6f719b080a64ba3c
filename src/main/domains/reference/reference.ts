import { z } from 'zod';
import type { Campaign } from '#shared/contract/campaign.ts';
import {
  academySchema,
  achievementRulesSchema,
  examPaperSetSchema,
  physicalEducationListSchema,
  r408Schema,
  specialtySchema,
  type Academy,
  type AchievementRules,
  type Commune,
  type Country,
  type ExamPaperSet,
  type Specialty,
} from '#shared/contract/reference.ts';
import { countryCode } from '#shared/contract/text.ts';
import type { ReferenceFacts } from '#shared/rules/reference-facts.ts';
import { openCommuneIndex, type CommuneIndex } from './commune-index.ts';
import { listCountries } from './list-countries.ts';
import { readAsset } from './read-asset.ts';
import { readShippedCampaigns } from './shipped-campaigns.ts';
import { indexSpecialties, type SpecialtyQuery } from './specialty-index.ts';

/** The lists that a station may bring up to date, each entry once by its code. */
export interface OfficialLists {
  specialties: readonly Specialty[];
  examPapers: readonly ExamPaperSet[];
  countries: readonly Country[];
}

/** The world as the program ships it, and as the station's base corrects it: what the rules ask, and what the screens search. */
export interface Reference extends ReferenceFacts {
  readonly academies: readonly Academy[];
  readonly achievementRules: AchievementRules;
  /** What is in force now: shipped, with the station's own entries over it. */
  readonly lists: OfficialLists;
  specialtiesOf(query: SpecialtyQuery): Specialty[];
  searchCommunes(query: string, limit: number): Commune[];
  countryName(code: string): string | undefined;
  /** Read anew at each call: whoever keeps them decides how long. */
  shippedCampaigns(): Campaign[];
  /** Puts the entries of a station's base over the shipped ones, in place of any laid before. */
  layOver(entries: OfficialLists): void;
}

/** Reads the small lists at once and the communes when first asked. Throws only when the installation is damaged. */
export function openReference(): Reference {
  const academies = readAsset('reference/academies.json', z.array(academySchema));
  const academyByCode = new Map(academies.map((academy) => [academy.code, academy]));
  const r408 = readAsset('reference/r408.json', z.array(r408Schema));
  const r408ByCode = new Map(r408.map((entry) => [entry.specialtyCode, entry]));
  const shipped = readShippedLists();
  let current = indexLists(shipped);
  let communeIndex: CommuneIndex | undefined;
  const communes = () => (communeIndex ??= openCommuneIndex());
  const findAcademy = (code: string) => academyByCode.get(code);
  const findSpecialty = (code: string) => current.specialties.find(code);

  return {
    academies,
    achievementRules: readAsset('reference/exemptions.json', achievementRulesSchema),
    physicalEducation: readAsset('reference/physical-education.json', physicalEducationListSchema),
    get lists() {
      return current.lists;
    },
    findAcademy,
    findSpecialty,
    findExamPapers: (specialtyCode) => current.examPapers.get(findSpecialty(specialtyCode)?.code ?? ''),
    findCommune: (code) => communes().find(code),
    departmentsOfPostcode: (postcode) => communes().departmentsOf(postcode),
    isCountry: (code) => current.countries.has(code),
    countryName: (code) => current.countries.get(code)?.label,
    findR408: (specialtyCode) => r408ByCode.get(findSpecialty(specialtyCode)?.code ?? specialtyCode),
    specialtiesOf: (query) => current.specialties.search(query),
    searchCommunes: (query, limit) => communes().search(query, limit),
    shippedCampaigns: () => readShippedCampaigns({ findAcademy }),
    layOver(entries) {
      current = indexLists({
        specialties: laidOver(shipped.specialties, entries.specialties, ({ code }) => code),
        examPapers: laidOver(shipped.examPapers, entries.examPapers, ({ specialtyCode }) => specialtyCode),
        countries: laidOver(shipped.countries, entries.countries, ({ code }) => code),
      });
    },
  };
}

function readShippedLists(): OfficialLists {
  return {
    specialties: readAsset('reference/specialties.json', z.array(specialtySchema)),
    examPapers: readAsset('reference/exam-papers.json', z.array(examPaperSetSchema)),
    countries: listCountries(readAsset('reference/countries.json', z.array(countryCode))),
  };
}

function indexLists(lists: OfficialLists) {
  return {
    lists,
    specialties: indexSpecialties(lists.specialties),
    examPapers: new Map(lists.examPapers.map((set) => [set.specialtyCode, set])),
    countries: new Map(lists.countries.map((country) => [country.code, country])),
  };
}

function laidOver<Entry>(
  shipped: readonly Entry[],
  over: readonly Entry[],
  codeOf: (entry: Entry) => string,
): Entry[] {
  return [...new Map([...shipped, ...over].map((entry) => [codeOf(entry), entry])).values()];
}
