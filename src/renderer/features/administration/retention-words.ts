import type { RetentionSession, RetentionSettings } from '#shared/contract/privacy.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { counted } from '#shared/sentences/counted.ts';
import type { Tone } from '../../ui/Badge.tsx';

export const PHASE_WORDS: Record<RetentionSession['phase'], { label: string; tone: Tone }> = {
  active: { label: 'Usage courant', tone: 'good' },
  intermediate: { label: 'Archives intermédiaires', tone: 'info' },
  due: { label: 'Échue', tone: 'warning' },
};

export function yearsWords(years: number): string {
  return counted(years, 'an');
}

export function filesWords(count: number): string {
  return counted(count, 'dossier');
}

/** `12-31` → "31 décembre". */
export function sessionEndWords(sessionEnd: string): string {
  return frenchLocal(`2001-${sessionEnd}`).split(' ').slice(1, 3).join(' ');
}

/** As typed: whatever is there, judged by the core. */
export interface TypedSettings {
  activeYears: string;
  intermediateYears: string;
  sessionEnd: string;
}

export function formatSettings({
  activeYears,
  intermediateYears,
  sessionEnd,
}: RetentionSettings): TypedSettings {
  const [month, day] = sessionEnd.split('-');
  return {
    activeYears: String(activeYears),
    intermediateYears: String(intermediateYears),
    sessionEnd: `${day}/${month}`,
  };
}

export function parseSettings({
  activeYears,
  intermediateYears,
  sessionEnd,
}: TypedSettings): RetentionSettings {
  const [, day, month] = /^\s*(\d{1,2})[/. -](\d{1,2})\s*$/.exec(sessionEnd) ?? [];
  return {
    activeYears: wholeNumber(activeYears),
    intermediateYears: wholeNumber(intermediateYears),
    sessionEnd: day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : sessionEnd,
  };
}

/** -1 for what is not a number: out of range, and said so. */
function wholeNumber(text: string): number {
  return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : -1;
}
