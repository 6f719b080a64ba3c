import { useEffect, useRef } from 'react';
import { formatRoute, type Route } from '../host/route.ts';
import { useRoute } from '../host/useRoute.ts';
import { useStatusMessage, useTakeAway } from '../ui/StatusProvider.tsx';

/** Where one types into a file: Ctrl+Z is about her typing there. */
const TYPED_INTO: readonly Route['screen'][] = ['registration', 'amendment', 'correction'];

/**
 * What was told leaves with the screen that its act led to: "enregistré" over another file would be read as news of that one. What asks
 * for somebody stays, and a way back too, except where one types.
 */
export function useOldNews(): void {
  const message = useStatusMessage();
  const takeAway = useTakeAway();
  const route = useRoute();
  const address = formatRoute(route);
  const isTypedInto = TYPED_INTO.includes(route.screen);
  const belongsTo = useRef('');
  useEffect(() => {
    // An act says what it did, then opens the next screen: the address is that one already, although nothing has heard of it yet.
    belongsTo.current = window.location.hash;
  }, [message?.serial]);
  useEffect(() => {
    if (window.location.hash === belongsTo.current) return;
    takeAway(({ tone, undo }) => tone !== 'danger' && (undo === undefined || isTypedInto));
  }, [address, isTypedInto, takeAway]);
}
