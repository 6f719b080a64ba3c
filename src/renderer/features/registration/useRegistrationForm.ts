import { useEffect, useRef, useState } from 'react';
import { useForm, useFormState, type UseFormReturn } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import type { Override } from '#shared/contract/registrations.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { FIELD_CATALOGUE, stepOf } from '#shared/fields/catalogue.ts';
import { answersResolver, fieldError } from './answers-resolver.ts';
import { focusField } from './focus-field.ts';
import { problemsIn, type FormProblem } from './form-problems.ts';
import type { FormValues } from './form-values.ts';

export const SUMMARY_STEP = 6;

export interface RegistrationForm {
  form: UseFormReturn<FormValues, unknown, Answers>;
  step: number;
  problems: FormProblem[];
  goTo(step: number): void;
  /** The next step when this one has no problem; otherwise its first problem. */
  next(): Promise<void>;
  /** To the field of a path, wherever it is. */
  jumpTo(path: string): void;
  /** Problems that only the core can see, put at their fields. */
  showProblems(problems: readonly FieldProblem[]): void;
  /** Rules that the clerk sets aside, each with its reason; the core judges whether she may. */
  overrides: readonly Override[];
  setAside(override: Override): void;
  restore(code: Override['code']): void;
}

/** The form over the seven steps: nothing typed is lost by going back and forth. */
export function useRegistrationForm(initial: FormValues, initialStep: number): RegistrationForm {
  const form = useForm<FormValues, unknown, Answers>({
    defaultValues: initial,
    resolver: answersResolver,
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { errors } = useFormState({ control: form.control });
  const [step, setStep] = useState(initialStep);
  const [overrides, setOverrides] = useState<readonly Override[]>([]);
  const wanted = useRef<string | undefined>(undefined);

  useEffect(() => {
    // After the step has drawn its fields.
    if (wanted.current !== undefined) focusField(wanted.current);
    wanted.current = undefined;
  });

  const jumpTo = (path: string) => {
    if (stepOf(path) === step) return focusField(path);
    wanted.current = path;
    setStep(stepOf(path));
  };

  return {
    form,
    step,
    problems: problemsIn(errors, form.getValues()),
    goTo: setStep,
    jumpTo,
    async next() {
      const paths = pathsOf(step);
      await form.trigger(paths);
      const wrong = paths.find((path) => form.getFieldState(path).invalid);
      if (wrong !== undefined) jumpTo(firstProblem(wrong, form.getFieldState(wrong).error));
      else setStep(Math.min(step + 1, SUMMARY_STEP));
    },
    showProblems(problems) {
      for (const problem of problems) form.setError(problem.path, fieldError(problem));
    },
    overrides,
    setAside: (override) =>
      setOverrides((known) => [...known.filter(({ code }) => code !== override.code), override]),
    restore: (code) => setOverrides((known) => known.filter((override) => override.code !== code)),
  };
}

/** A list has its problems inside: the field that is wrong, not the list, is where the clerk is led. */
function firstProblem(path: string, error: unknown): string {
  return problemsIn({ [path]: error })[0]?.path ?? path;
}

const LISTS: Record<number, string[]> = { 4: ['achievements'], 5: ['examPapers'] };

function pathsOf(step: number): string[] {
  return LISTS[step] ?? FIELD_CATALOGUE.filter((field) => field.step === step).map((field) => field.path);
}
