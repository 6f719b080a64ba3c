import type { FieldProblem } from '#shared/errors.ts';
import { effectsFrom } from './achievement-effects.ts';
import { isRecord } from './is-record.ts';

/** A mark kept or carried is typed from the relevé before one goes on: proposed épreuves come without. */
export function missingMarks(answers: Record<string, unknown>): FieldProblem[] {
  const { achievements } = answers;
  if (!Array.isArray(achievements)) return [];
  return achievements.flatMap((achievement: unknown, index) =>
    effectsFrom(isRecord(achievement) ? achievement['effects'] : []).flatMap(({ effect, mark }, place) =>
      effect === 'exempt' || mark !== undefined
        ? []
        : [{ path: `achievements.${index}.effects.${place}.mark`, code: 'required' as const }],
    ),
  );
}
