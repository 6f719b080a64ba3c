import { useEffect } from 'react';
import { isUsable, placeOf, remainingAt, type FocusPlace } from './focus-place.ts';

/**
 * When the thing that has the keys goes away or can no longer be pressed, after an act, the browser gives them to the page as a whole: a
 * screen reader begins anew at its top, and whoever types loses her place. They go to the nearest thing that is left instead, unless the
 * screen, or the kit when a dialog closes, put them somewhere itself.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let places: FocusPlace[] = [];
    let isLooking = false;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const place = placeOf(target);
      places = [...places.filter(({ part }) => part !== place.part && part.isConnected), place];
    };
    const look = () => {
      isLooking = false;
      if (!isLost(document.activeElement)) return;
      const left = [...places].reverse().flatMap((place) => remainingAt(place) ?? [])[0];
      focusOn(left ?? document.querySelector('main'));
    };
    const changes = new MutationObserver(() => {
      const last = places.at(-1);
      if (isLooking || !last || isUsable(last.element)) return;
      isLooking = true;
      // When a dialog closes the kit gives the keys back in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(look));
    });

    document.addEventListener('focusin', remember);
    changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      changes.disconnect();
    };
  }, []);
}

/** What was disabled keeps the keys for a while, and can do nothing with them. */
function isLost(active: Element | null): boolean {
  if (active === null || active === document.body) return true;
  return active instanceof HTMLElement && !isUsable(active);
}

/** A row or a region takes keys only this once: it is no stop of Tab, and a click into it is no focus. */
function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}
