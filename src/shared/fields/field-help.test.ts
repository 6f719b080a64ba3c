import { describe, expect, it } from 'vitest';
import { ruleText, sourcesOf } from '../rules/rule-texts.ts';
import { FIELD_CATALOGUE } from './catalogue.ts';
import { findFieldHelp } from './field-help.ts';

/** Chosen together with another field, which is the one on screen. */
const NEVER_IN_FOCUS = ['identification.birthCommuneCode', 'candidature.campaignId'];

const PATHS = [
  ...FIELD_CATALOGUE.map(({ path }) => path).filter((path) => !NEVER_IN_FOCUS.includes(path)),
  'achievements',
  'achievements.0.effects.1.mark',
  'examPapers.languages.U41',
  'examPapers.optional',
  'examPapers.physicalEducation',
];

describe('the help of a field', () => {
  it('is there for every field of the form, with a source', () => {
    const silent = PATHS.filter((path) => {
      const help = findFieldHelp(path);
      const rules = help?.rules.map(ruleText) ?? [];
      return !help || (help.list === undefined && rules.every((rule) => sourcesOf(rule).length === 0));
    });
    expect(silent).toEqual([]);
  });

  it('is that of the nearest thing the field is part of', () => {
    expect([
      findFieldHelp('achievements.0.effects.1.mark') === findFieldHelp('achievements.effects'),
      findFieldHelp('achievements.2.year') === findFieldHelp('achievements'),
      findFieldHelp('examPapers.languages.U41') === findFieldHelp('examPapers.languages'),
      findFieldHelp('unknown'),
    ]).toEqual([true, true, true, undefined]);
  });
});
