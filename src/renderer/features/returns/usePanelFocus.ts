import { useEffect, type RefObject } from 'react';

/** Where a clerk types first: an answer that is awaited, else the first correction. */
const TYPED_FIRST = 'textarea, .corrections input, .corrections button, .corrections select';

/**
 * Puts the keys where they are needed when a page opens: in the first thing to type, its text selected, else on the panel, where A
 * and R act at once. Escape leaves what is being typed for the panel.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const first = element.querySelector<HTMLElement>(TYPED_FIRST) ?? element;
    first.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement) first.select();
    // Once the new screen was put at its top: where the page is higher than the window, what is to be typed must be in sight.
    const frame = requestAnimationFrame(
      () => first !== element && first.scrollIntoView({ block: 'nearest' }),
    );
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.target === element) return;
      if (event.target instanceof Element && event.target.closest('[aria-expanded=true]')) return;
      element.focus({ preventScroll: true });
    };
    element.addEventListener('keydown', leave);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('keydown', leave);
    };
  }, [panel]);
}
