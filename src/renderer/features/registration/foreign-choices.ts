import type { ExamPaperSet } from '#shared/contract/reference.ts';
import { effectsFrom } from './achievement-effects.ts';
import { isRecord } from './is-record.ts';

interface TypedLists {
  achievements: unknown;
  examPapers: unknown;
}

/** Épreuves named by answers that were typed for another specialty: no field of this one shows them. */
export function foreignCodes({ achievements, examPapers }: TypedLists, set: ExamPaperSet): string[] {
  const { languages, optional } = isRecord(examPapers) ? examPapers : {};
  const named = [
    ...(isRecord(languages) ? Object.keys(languages).filter((code) => languages[code] !== '') : []),
    ...(Array.isArray(optional) ? optional.filter((code): code is string => typeof code === 'string') : []),
    ...listOf(achievements).flatMap((one) =>
      effectsFrom(one['effects']).map(({ examPaperCode }) => examPaperCode),
    ),
  ];
  return [...new Set(named)].filter((code) => !set.examPapers.some((paper) => paper.code === code));
}

/** The same answers without them. */
export function withoutCodes({ achievements, examPapers }: TypedLists, codes: readonly string[]): TypedLists {
  const { languages, optional, ...others } = isRecord(examPapers) ? examPapers : {};
  const isKept = (code: unknown) => typeof code !== 'string' || !codes.includes(code);
  return {
    achievements: listOf(achievements).map((one) => ({
      ...one,
      effects: effectsFrom(one['effects']).filter(({ examPaperCode }) => isKept(examPaperCode)),
    })),
    examPapers: {
      ...others,
      optional: Array.isArray(optional) ? optional.filter(isKept) : [],
      languages: isRecord(languages)
        ? Object.fromEntries(Object.entries(languages).filter(([code]) => isKept(code)))
        : {},
    },
  };
}

function listOf(achievements: unknown): Record<string, unknown>[] {
  return Array.isArray(achievements) ? achievements.filter(isRecord) : [];
}
