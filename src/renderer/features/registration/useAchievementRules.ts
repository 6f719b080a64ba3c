import { useCommandQuery } from '../../host/useCommandQuery.ts';
import type { AchievementRules } from '#shared/contract/reference.ts';

/** What diplomas bring, where a text says so; nothing until it is loaded. */
export function useAchievementRules(): AchievementRules {
  const rules = useCommandQuery('reference.achievementRules', {});
  return rules.data ?? NOTHING_KNOWN;
}

const NOTHING_KNOWN: AchievementRules = { diplomaKinds: [], exemptions: [], keptAfterFailure: [] };
