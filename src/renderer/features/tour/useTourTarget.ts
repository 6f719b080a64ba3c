import { useEffect, useState, type RefObject } from 'react';

/** How often the screen is looked at: it comes when its data does, and moves when the clerk scrolls. */
const LOOK_EVERY_MS = 150;

/**
 * Where the element of a stop is. Once it is there and the screen has put its own focus where it wanted, the keys go to the stop's title,
 * once: from then on they are the clerk's.
 */
export function useTourTarget(selector: string, title: RefObject<HTMLElement | null>): DOMRect | undefined {
  const [place, setPlace] = useState<DOMRect>();
  useEffect(() => {
    let looks = 0;
    const look = () => {
      const element = document.querySelector(selector);
      const rect = element?.getBoundingClientRect();
      setPlace((before) => (isSame(before, rect) ? before : rect));
      if (rect === undefined) return;
      looks += 1;
      if (looks === 1) element?.scrollIntoView({ block: 'nearest' });
      if (looks === 2) title.current?.focus();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [selector, title]);
  return place;
}

function isSame(a: DOMRect | undefined, b: DOMRect | undefined): boolean {
  return a?.left === b?.left && a?.top === b?.top && a?.width === b?.width && a?.height === b?.height;
}
