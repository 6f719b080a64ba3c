import type { achievementEffectSchema } from '#shared/contract/answers.ts';
import type { z } from 'zod';
import { isRecord } from './is-record.ts';

export type EffectKind = z.infer<typeof achievementEffectSchema>['effect'];

/** One effect as the form holds it; the mark may be half typed. */
export interface TypedEffect {
  examPaperCode: string;
  effect: EffectKind;
  mark?: unknown;
}

export function effectsFrom(value: unknown): TypedEffect[] {
  return Array.isArray(value) ? value.filter(isTypedEffect) : [];
}

/** No effect: the épreuve is to be sat again, which is how a candidate gives up a dispense (S4-13). */
export function withEffect(
  effects: readonly TypedEffect[],
  code: string,
  effect: EffectKind | undefined,
): TypedEffect[] {
  const others = effects.filter((one) => one.examPaperCode !== code);
  if (effect === undefined) return others;
  const mark = effects.find((one) => one.examPaperCode === code)?.mark;
  // A dispense bears no mark: kept from a former choice, it would be refused without being seen.
  return [
    ...others,
    effect === 'exempt' ? { examPaperCode: code, effect } : { examPaperCode: code, effect, mark },
  ];
}

export function withMark(effects: readonly TypedEffect[], code: string, mark: unknown): TypedEffect[] {
  return effects.map((one) => (one.examPaperCode === code ? { ...one, mark } : one));
}

/**
 * Effects once the origin of the achievement has changed: what texts gave (`offered`) goes, what they now give (`proposed`) comes, and
 * what the clerk wrote on other épreuves stays.
 */
export function withProposal(
  effects: readonly TypedEffect[],
  proposed: readonly string[],
  offered: readonly string[],
): TypedEffect[] {
  const isFromText = ({ examPaperCode, effect }: TypedEffect) =>
    effect === 'exempt' && offered.includes(examPaperCode);
  const written = effects.filter((one) => !isFromText(one) && !proposed.includes(one.examPaperCode));
  return [...written, ...proposed.map((examPaperCode) => ({ examPaperCode, effect: 'exempt' as const }))];
}

function isTypedEffect(value: unknown): value is TypedEffect {
  return isRecord(value) && typeof value['examPaperCode'] === 'string' && typeof value['effect'] === 'string';
}
