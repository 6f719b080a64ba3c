import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { useBeforeLock } from '../../host/before-lock.ts';
import { useHost, type Host } from '../../host/HostContext.tsx';
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
  { step, candidate }: { step: number; candidate?: string | undefined },
): [DraftState, DraftSaver] {
  const { client, connection } = useHost();
  const [state, setState] = useState<DraftState>(isTakenUp ? 'saved' : 'untouched');
  const [saver] = useState(() =>
    createDraftSaver({
      save: (content) => client.call('drafts.save', { id, ...amends, ...content }),
      onState: setState,
    }),
  );
  const changed = useEffectEvent((answers: FormValues) => saver.changed({ answers, step, candidate }));
  const stepChanged = useEffectEvent(() => {
    if (state !== 'untouched') changed(form.getValues());
  });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => changed(values),
      }),
    [form],
  );
  const lastCandidate = useRef(candidate);
  useEffect(() => {
    if (lastCandidate.current !== candidate) changed(form.getValues());
    lastCandidate.current = candidate;
  }, [form, candidate]);
  const lastStep = useRef(step);
  useEffect(() => {
    if (lastStep.current !== step) stepChanged();
    lastStep.current = step;
    return () => void saver.flush();
  }, [saver, step]);
  useFlushWhenLeaving(saver, connection);
  useBeforeLock(() => saver.flush());
  return [state, saver];
}

/** The page goes, or the line is back. */
function useFlushWhenLeaving(saver: DraftSaver, connection: Host['connection']): void {
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
}
