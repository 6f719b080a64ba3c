import { useRef, type FocusEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { useHelp } from '../help/index.ts';
import { fieldPathAt } from './focus-field.ts';
import type { FormValues } from './form-values.ts';

/**
 * F1 in a form explains the field in focus, else the screen. The last field counts: from the palette of commands, the focus has
 * left it already. Gives what the form listens with.
 */
export function useFieldHelp(form: UseFormReturn<FormValues, unknown, Answers>) {
  const open = useHelp();
  const path = useRef<string | undefined>(undefined);
  const helped = useRef<string | undefined>(undefined);
  useShortcut({ keys: 'F1', label: 'Aide' }, () => {
    const isBlamed = path.current !== undefined && form.getFieldState(path.current).invalid;
    helped.current = isBlamed ? undefined : path.current;
    const [campaignId, exam, specialtyCode] = form
      .getValues(['candidature.campaignId', 'candidature.exam', 'qualification.specialtyCode'])
      .map((value: unknown) => (typeof value === 'string' ? value : undefined));
    open(path.current === undefined ? undefined : { path: path.current, campaignId, exam, specialtyCode });
  });
  return (event: FocusEvent) => {
    // A list that opens over the page is part of its field, and no other.
    if (!event.currentTarget.contains(event.target)) return;
    path.current = fieldPathAt(event.target);
    // To ask before answering is no fault: what leaving the field for its help found missing is taken back.
    if (helped.current !== undefined && helped.current === path.current) form.clearErrors(helped.current);
    helped.current = undefined;
  };
}
