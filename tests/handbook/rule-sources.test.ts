import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '#shared/errors.ts';
import { FIELD_CATALOGUE } from '#shared/fields/catalogue.ts';
import { findFieldHelp } from '#shared/fields/field-help.ts';
import { findRuleOf, ruleText, sourcesOf, type RuleText } from '#shared/rules/rule-texts.ts';

const RULES = readFileSync(resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8');

describe('the source of a rule that is told at the counter', () => {
  it('is one that docs/rules.md holds: the same articles, the same facts', () => {
    const paths = [
      ...FIELD_CATALOGUE.map(({ path }) => path),
      'achievements.effects',
      'examPapers.languages',
    ];
    const told: RuleText[] = [
      ...PROBLEM_CODES.flatMap((code) => findRuleOf(code) ?? []),
      ...paths.flatMap((path) => findFieldHelp(path)?.rules.map(ruleText) ?? []),
    ];
    const cited = told.flatMap(({ law = '', facts = [] }) => [
      ...(law.match(/\b[DL]\d+-\d+\b/g) ?? []),
      ...facts,
    ]);
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((name) => !new RegExp(`\\b${name}\\b`).test(RULES))).toEqual([]);
  });

  it('is the law first, then each notice once', () => {
    expect(sourcesOf({ says: '', law: 'Code', facts: ['S0-09', 'S4-05', 'S4-06'] })).toEqual([
      'Code',
      'notice de Nice, session 2022',
      'guide du portail, académie de Grenoble (BP)',
    ]);
  });
});
