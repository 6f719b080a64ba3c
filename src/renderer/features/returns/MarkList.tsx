import type { InkMark } from '#shared/contract/page-reading.ts';
import { markSentence } from './mark-words.ts';
import type { MarkTour } from './useMarkTour.ts';

/** Every mark in words, with the number it bears on the image. */
export function MarkList({ marks, tour }: { marks: readonly InkMark[]; tour?: MarkTour }) {
  if (marks.length === 0) return <p className="quiet">Aucune marque étrangère à l’impression.</p>;
  return (
    <ol className="mark-list">
      {marks.map((mark, index) => (
        <li key={index} className={tour?.current === index ? 'mark-current' : undefined}>
          {markSentence(mark)}
        </li>
      ))}
    </ol>
  );
}
