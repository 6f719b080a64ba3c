import { useSyncExternalStore } from 'react';
import { TOUR_STOPS } from './tour-stops.ts';

const KEY = 'guichet.tour';

interface TourState {
  isOpen: boolean;
  /** The stop one is at, from 0; kept when the tour is left. */
  at: number;
}

let state: TourState | undefined;
const listeners = new Set<() => void>();

/** Asked for from the home screen, the palette and the help, which lies outside the screens: one place knows. */
function current(): TourState {
  state ??= { isOpen: false, at: keptStop() };
  return state;
}

function keptStop(): number {
  const kept = Number(window.localStorage.getItem(KEY));
  return TOUR_STOPS[kept] === undefined ? 0 : kept;
}

function set(next: TourState): void {
  state = next;
  window.localStorage.setItem(KEY, String(next.at));
  for (const listener of listeners) listener();
}

export const tour = {
  open: () => set({ ...current(), isOpen: true }),
  leave: () => set({ ...current(), isOpen: false }),
  /** After the last stop it is over, and begins anew another time. */
  goTo: (at: number) => set(TOUR_STOPS[at] === undefined ? { isOpen: false, at: 0 } : { isOpen: true, at }),
};

export function useTour(): TourState {
  return useSyncExternalStore(subscribe, current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
