import type { InkMark } from '#shared/contract/page-reading.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { INK_WORDS } from './ink-words.ts';

/** Every mark in words, with the number it bears on the image. */
export function MarkList({ marks }: { marks: readonly InkMark[] }) {
  if (marks.length === 0) return <p className="quiet">Aucune marque étrangère à l’impression.</p>;
  return (
    <ol className="mark-list">
      {marks.map((mark, index) => (
        <li key={index}>
          <strong>{INK_WORDS[mark.ink].label}</strong> —{' '}
          {mark.fields.length > 0 ? mark.fields.map(labelOf).join(', ') : <em>ne touche aucune rubrique</em>}
          {mark.confidence < 0.8 && <span className="quiet"> (peu sûr)</span>}
        </li>
      ))}
    </ol>
  );
}
