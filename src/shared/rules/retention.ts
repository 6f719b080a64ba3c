import type { PHASES, RetentionSettings } from '../contract/privacy.ts';

/**
 * Two years in use and eight in intermediate archives, from the end of each session: what the arrêté of OCEAN concours says
 * (LEGIARTI000033071905). The article for these exams is not public, hence settings.
 */
export const DEFAULT_RETENTION: RetentionSettings = {
  activeYears: 2,
  intermediateYears: 8,
  sessionEnd: '12-31',
};

export interface SessionRetention {
  phase: (typeof PHASES)[number];
  /** Last local day of everyday use, and last day of all. */
  activeUntil: string;
  keptUntil: string;
}

/** Where the files of a session stand on a local day. */
export function retentionOf(examYear: number, settings: RetentionSettings, today: string): SessionRetention {
  const { activeYears, intermediateYears, sessionEnd } = settings;
  const activeUntil = `${examYear + activeYears}-${sessionEnd}`;
  const keptUntil = `${examYear + activeYears + intermediateYears}-${sessionEnd}`;
  if (today > keptUntil) return { phase: 'due', activeUntil, keptUntil };
  return { phase: today > activeUntil ? 'intermediate' : 'active', activeUntil, keptUntil };
}

/** The last session whose files are due on a local day; every earlier one is due too. */
export function lastDueYear(settings: RetentionSettings, today: string): number {
  const { activeYears, intermediateYears, sessionEnd } = settings;
  const year = Number(today.slice(0, 4)) - activeYears - intermediateYears;
  return today.slice(5) > sessionEnd ? year : year - 1;
}
