import { useState } from 'react';
import type { InkMark } from '#shared/contract/page-reading.ts';
import type { ImageFacts } from '#shared/contract/returned-pages.ts';
import { boxInImage } from './page-geometry.ts';
import { panned, viewOf, wholePage, zoomed, type ScanView } from './scan-view.ts';

export interface MarkTour {
  view: ScanView | undefined;
  zoom(factor: number): void;
  pan(stepsX: number, stepsY: number): void;
  reset(): void;
  /** Place in the reading of the mark that is looked at. */
  current: number | undefined;
  look(mark: number): void;
  step(by: 1 | -1): void;
  /** Marks that touch no field, and those among them that a person has looked at. */
  unattached: readonly number[];
  seen: ReadonlySet<number>;
  unseen: readonly number[];
  /** Looks at the first mark that nobody saw; once it is on screen, says that it was seen and goes to the next. */
  acknowledge(): void;
}

/** Going over the marks of a page with the image following. */
export function useMarkTour(marks: readonly InkMark[], image: ImageFacts | null): MarkTour {
  const [view, setView] = useState(image ? wholePage(image) : undefined);
  const [current, setCurrent] = useState<number>();
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const unattached = marks.flatMap(({ fields }, index) => (fields.length === 0 ? [index] : []));
  const unseen = unattached.filter((index) => !seen.has(index));

  const move = (change: (view: ScanView, size: ImageFacts) => ScanView) => {
    if (image) setView((before) => before && change(before, image));
  };
  const look = (index: number) => {
    const box = marks[index] && image && boxInImage(marks[index].box, image);
    setCurrent(index);
    if (box) setView(viewOf(box, image));
  };
  const reset = () => {
    setCurrent(undefined);
    move((_view, size) => wholePage(size));
  };
  return {
    view,
    zoom: (factor) => move((before, size) => zoomed(before, factor, size)),
    pan: (stepsX, stepsY) => move((before, size) => panned(before, stepsX, stepsY, size)),
    reset,
    current,
    look,
    step: (by) => {
      if (marks.length === 0) return;
      const from = current ?? (by === 1 ? -1 : 0);
      look((from + by + marks.length) % marks.length);
    },
    unattached,
    seen,
    unseen,
    acknowledge: () => {
      if (current === undefined || !unseen.includes(current)) {
        if (unseen[0] !== undefined) look(unseen[0]);
        return;
      }
      setSeen(new Set(seen).add(current));
      const next = unseen.find((index) => index !== current);
      if (next === undefined) reset();
      else look(next);
    },
  };
}
