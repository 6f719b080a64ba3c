import { askedAnswers } from './asked-answers.ts';
import { isRecord } from './is-record.ts';

/** What the form holds: the shape of the answers, each right, wrong or half typed. */
export type FormValues = Record<string, unknown>;

/** France is what nearly everybody answers; it is read back like the rest. Nothing else is answered beforehand. */
const BLANK: FormValues = {
  identification: { birthCountry: 'FR', nationality: 'FR', addressCountry: 'FR' },
  candidature: {},
  qualification: {},
  achievements: [],
  examPapers: { optional: [], languages: {} },
};

/** A form from a draft or from saved answers; what they lack is as in a blank form. */
export function formValuesFrom(answers: Record<string, unknown> | undefined): FormValues {
  return { ...structuredClone(BLANK), ...answers };
}

/** Answers as the core takes them: a field left empty is no answer, nor is one that is no longer asked. */
export function answersFrom(values: FormValues): Record<string, unknown> {
  return askedAnswers(withoutBlanks(values));
}

function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([key, value]) => [key, withoutBlanksInside(value)]),
  );
}

function withoutBlanksInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanksInside);
  return isRecord(value) ? withoutBlanks(value) : value;
}
