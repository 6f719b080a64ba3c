import { useLayoutEffect, useRef } from 'react';

/** Around the element, over the screen and through to it: what lies under it is used as ever. */
export function TourOutline({ place }: { place: DOMRect }) {
  const outline = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Set from the script: the content security policy takes no style attribute from the page.
    Object.assign(outline.current?.style ?? {}, {
      left: `${place.left - 4}px`,
      top: `${place.top - 4}px`,
      width: `${place.width + 8}px`,
      height: `${place.height + 8}px`,
    });
  }, [place]);
  return <div ref={outline} className="tour-outline" aria-hidden="true" />;
}
