import type { Identification } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import { countryName } from '../fields/stringify.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Territories that an address may name as its country; the post serves them with a French postcode. */
const DEPARTMENT_OF_TERRITORY: Readonly<Record<string, string>> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};

/** Where a person lives, when it is not in the académie of the campaign; undefined when it is, or cannot be told. */
export interface OutsideResidence {
  /** "département 13", or a country. */
  place: string;
  academy: string;
  isAbroad: boolean;
}

/** S3-04: the candidate lives in the académie. A postcode that serves two départements is of both. */
export function findOutsideResidence(
  person: Pick<Identification, 'addressCountry' | 'postcode'>,
  campaign: Pick<Campaign, 'academyCode'>,
  reference: ReferenceFacts,
): OutsideResidence | undefined {
  const academy = reference.findAcademy(campaign.academyCode);
  // The training académie takes every département.
  if (!academy || academy.departments.length === 0) return undefined;
  const territory = DEPARTMENT_OF_TERRITORY[person.addressCountry];
  if (person.addressCountry !== 'FR' && territory === undefined)
    return { place: countryName(person.addressCountry), academy: academy.name, isAbroad: true };
  const departments = territory === undefined ? departmentsOf(person.postcode, reference) : [territory];
  if (departments.length === 0 || departments.some((code) => academy.departments.includes(code)))
    return undefined;
  return { place: `département ${departments.join(', ')}`, academy: academy.name, isAbroad: false };
}

function departmentsOf(postcode: string, reference: ReferenceFacts): readonly string[] {
  const listed = reference.departmentsOfPostcode(postcode);
  return listed.length > 0 ? listed : [departmentOf(postcode) ?? []].flat();
}

/** Département of a French postcode: two digits, three overseas; Corsica's 20 is split by the postcode itself. */
export function departmentOf(postcode: string): string | undefined {
  if (!/^\d{5}$/.test(postcode)) return undefined;
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (!postcode.startsWith('20')) return postcode.slice(0, 2);
  return Number(postcode) < 20200 ? '2A' : '2B';
}
