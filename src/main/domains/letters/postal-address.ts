import type { Answers } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';

const COUNTRIES = new Intl.DisplayNames(['fr'], { type: 'region' });

/** Lines for the window of an envelope: the locality and a foreign country in capitals, as the post reads them. */
export function postalAddress({ identification }: Answers): string[] {
  const { addressLine1, addressLine2, postcode, locality, addressCountry } = identification;
  const capitals = (text: string) => text.toLocaleUpperCase('fr');
  return [
    `${civilityOf(identification.civility)} ${firstOf(identification.givenNames)} ${identification.usageName ?? identification.birthName}`,
    addressLine1,
    addressLine2,
    [postcode, capitals(locality)].filter(Boolean).join(' '),
    addressCountry === 'FR' ? undefined : capitals(COUNTRIES.of(addressCountry) ?? addressCountry),
  ].filter((line) => line !== undefined && line !== '') as string[];
}

export function civilityOf(civility: Answers['identification']['civility']): string {
  return civility === 'mr' ? 'M.' : 'Mme';
}

function firstOf(givenNames: string): string {
  return givenNames.split(/[ ,]/)[0] ?? givenNames;
}

/** The town of the service, from the last line of its address: "06181 Nice cedex 2" → "Nice". Undefined where it gives none. */
export function townOf({ service }: Pick<Campaign, 'service'>): string | undefined {
  const last = service.addressLines.at(-1);
  const town = last?.replace(/^\d{5}\s+/, '').replace(/\s+cedex(\s+\d+)?$/i, '');
  return last && town !== last ? town : undefined;
}
