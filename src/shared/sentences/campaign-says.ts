import type { Campaign } from '../contract/campaign.ts';
import type { RuleName } from '../rules/rule-texts.ts';
import { frenchLocal } from './french-dates.ts';

type Says = (campaign: Campaign, exam: string | undefined) => string | undefined;

const SAYS: Partial<Record<RuleName, Says>> = {
  'residence-other-academy': ({ residence }) =>
    residence === 'required'
      ? 'Cette campagne l’exige ; un agent habilité peut lever la règle.'
      : 'Cette campagne le conseille : une autre adresse n’empêche pas d’inscrire.',
  'window-closed': periodOf,
  'language-not-offered': ({ languages }) =>
    languages.length === 0
      ? 'Cette campagne n’en exclut aucune.'
      : `Langues de cette campagne : ${languages.join(', ')}.`,
  scaffolding: ({ r408DueOn }) =>
    r408DueOn === null ? undefined : `Attestation due avant le ${frenchLocal(r408DueOn)}.`,
};

/** How a campaign applies a rule that is left to it; undefined where it says nothing of its own. */
export function campaignSays(
  rule: RuleName,
  campaign: Campaign,
  exam: string | undefined,
): string | undefined {
  return SAYS[rule]?.(campaign, exam);
}

function periodOf({ windows }: Campaign, exam: string | undefined): string | undefined {
  const window = windows.find(({ exams }) => exams.some((one) => one === exam));
  if (!window) return undefined;
  const { opensAt, closesAt } = window;
  return closesAt === null
    ? `Ouvert depuis le ${frenchLocal(opensAt)}, clôture non fixée.`
    : `Ouvert du ${frenchLocal(opensAt)} au ${frenchLocal(closesAt)}.`;
}
