import type { ProblemCode } from '#shared/errors.ts';
import { findRuleOf, sourcesOf } from '#shared/rules/rule-texts.ts';

/** Whoever sets a rule aside has read what it rests on. */
export function RuleSource({ code }: { code: ProblemCode }) {
  const rule = findRuleOf(code);
  const sources = rule ? sourcesOf(rule) : [];
  return sources.length === 0 ? null : <p className="quiet">Source : {sources.join(' ; ')}.</p>;
}
