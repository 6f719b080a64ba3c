import { useEffect, useEffectEvent, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { useBeforeLock } from '../../host/before-lock.ts';
import { useHost } from '../../host/HostContext.tsx';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';
import type { FormValues } from './form-values.ts';

/** Keeps the form as a draft while it is filled: at each field, at each step, before a lock and on the way out. */
export function useDraft(
  form: UseFormReturn<FormValues, unknown, Answers>,
  id: string,
  step: number,
): [DraftState, DraftSaver] {
  const { client } = useHost();
  const [state, setState] = useState<DraftState>('untouched');
  const [saver] = useState(() =>
    createDraftSaver({
      save: (content) => client.call('drafts.save', { id, ...content }),
      onState: setState,
    }),
  );
  const stepNow = useEffectEvent(() => step);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => saver.changed({ answers: values, step: stepNow() }),
      }),
    [form, saver],
  );
  useEffect(() => () => void saver.flush(), [saver, step]);
  useBeforeLock(() => saver.flush());
  return [state, saver];
}
