import type { Achievement, Answers } from '#shared/contract/answers.ts';
import { FIELD_CATALOGUE, STEPS } from '#shared/fields/catalogue.ts';
import {
  ACHIEVEMENT_LABELS,
  DIPLOMA_KIND_LABELS,
  EFFECT_LABELS,
  stringifyAnswer,
  type Names,
} from '#shared/fields/stringify.ts';
import { hasForms } from '#shared/rules/eligibility.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import type { ConfirmationField, ConfirmationSection } from '#shared/sheet/confirmation-content.ts';

/** Printed even when empty, so that a candidate can add them in red. */
const PRINTED_WHEN_EMPTY = new Set(['identification.usageName', 'identification.phone']);
/**
 * The commune's name says it; its code would only invite corrections. The campaign is the sheet's own heading. Why the person
 * came is a figure of the office's.
 */
const NEVER_PRINTED = new Set([
  'identification.birthCommuneCode',
  'candidature.campaignId',
  'candidature.counterReason',
]);

/** Every answer as printed, under the titles of the official steps. */
export function confirmationSections(
  answers: Answers,
  names: Names,
  academyName: (code: string) => string,
): ConfirmationSection[] {
  const values = flattenAnswers(answers);
  const sections = [1, 2, 3].map((step) => ({
    title: STEPS[step - 1] ?? '',
    fields: FIELD_CATALOGUE.filter((field) => field.step === step && isPrinted(field.path, answers))
      .map((field) => ({
        id: field.path,
        label: field.label,
        value: stringifyAnswer(field.path, values.get(field.path), names),
      }))
      .filter((field) => field.value !== '' || PRINTED_WHEN_EMPTY.has(field.id)),
  }));
  const achievements = answers.achievements.map((achievement, index) =>
    achievementField(achievement, index, academyName),
  );
  return achievements.length === 0 ? sections : [...sections, { title: STEPS[3], fields: achievements }];
}

/** No text knows a form for the MC and the CS: none is printed. */
function isPrinted(path: string, { candidature: { exam } }: Answers): boolean {
  return !NEVER_PRINTED.has(path) && (path !== 'qualification.form' || hasForms(exam));
}

function achievementField(
  achievement: Achievement,
  index: number,
  academyName: (code: string) => string,
): ConfirmationField {
  const effects = achievement.effects.map((effect) => {
    const mark = effect.mark === undefined ? '' : ` ${String(effect.mark).replace('.', ',')}/20`;
    return `${effect.examPaperCode}\u00a0: ${EFFECT_LABELS[effect.effect].toLowerCase()}${mark}`;
  });
  const { diplomaKind } = achievement;
  const kind = diplomaKind && DIPLOMA_KIND_LABELS[diplomaKind];
  const origin = [kind, achievement.diploma, String(achievement.year), academyName(achievement.academyCode)]
    .filter(Boolean)
    .join(', ');
  return {
    id: `achievements.${index}`,
    label: ACHIEVEMENT_LABELS[achievement.type],
    value: [origin, effects.join(' ; ')].filter(Boolean).join(' — '),
  };
}
