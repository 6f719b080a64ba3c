import { useEffect, useRef } from 'react';

interface Saving {
  isSaving: boolean;
  isRefused: boolean;
  onSave(): void;
}

/**
 * What keeps from saving is told at the top, out of sight of who read the answers down to the end: a refused saving brings
 * her there, on the first link to what is wrong.
 */
export function useRefusalInSight({ isSaving, isRefused, onSave }: Saving) {
  const page = useRef<HTMLDivElement>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current || isSaving || !isRefused) return;
    isAsked.current = false;
    page.current?.closest('main')?.scrollTo(0, 0);
    page.current?.querySelector<HTMLElement>('.notice-danger button')?.focus({ preventScroll: true });
  });
  const save = () => {
    isAsked.current = true;
    onSave();
  };
  return { page, save };
}
