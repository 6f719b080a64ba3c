import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { useBeforeLock } from '../../host/before-lock.ts';
import { useHost } from '../../host/HostContext.tsx';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';
import type { FormValues } from './form-values.ts';

interface DraftIdentity {
  id: string;
  isTakenUp: boolean;
  /** The saved registration that is being changed; absent for a new one. */
  amends?: { registrationNumber: string; onVersion: number };
}

/**
 * Keeps the form as a draft while it is filled: at each field, at each step, before a lock, on the way out and when the line
 * is back. A form that was only looked through leaves no draft.
 */
export function useDraft(
  form: UseFormReturn<FormValues, unknown, Answers>,
  { id, isTakenUp, amends }: DraftIdentity,
  step: number,
): [DraftState, DraftSaver] {
  const { client, connection } = useHost();
  const [state, setState] = useState<DraftState>(isTakenUp ? 'saved' : 'untouched');
  const [saver] = useState(() =>
    createDraftSaver({
      save: (content) => client.call('drafts.save', { id, ...amends, ...content }),
      onState: setState,
    }),
  );
  const stepNow = useEffectEvent(() => step);
  const stepChanged = useEffectEvent(() => {
    if (state !== 'untouched') saver.changed({ answers: form.getValues(), step });
  });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => saver.changed({ answers: values, step: stepNow() }),
      }),
    [form, saver],
  );
  const lastStep = useRef(step);
  useEffect(() => {
    if (lastStep.current !== step) stepChanged();
    lastStep.current = step;
    return () => void saver.flush();
  }, [saver, step]);
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [saver]);
  // What was on its way when the line was cut goes again, without waiting for the next key.
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.state() === 'open') void saver.flush();
      }),
    [connection, saver],
  );
  useBeforeLock(() => saver.flush());
  return [state, saver];
}
