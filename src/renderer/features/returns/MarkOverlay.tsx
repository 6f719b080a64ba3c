import type { InkMark } from '#shared/contract/page-reading.ts';
import type { ImageFacts } from '#shared/contract/returns.ts';
import { INK_WORDS } from './ink-words.ts';
import { boxInImage, withMargin } from './page-geometry.ts';

const MARGIN_PX = 10;
const LABEL_PX = 34;

/** An outline and a number on each mark: the number is that of the list, the line is that of its ink. */
export function MarkOverlay({ image, marks }: { image: ImageFacts; marks: readonly InkMark[] }) {
  return marks.map((mark, index) => {
    const place = boxInImage(mark.box, image);
    if (!place) return null;
    const box = withMargin(place, MARGIN_PX, image);
    return (
      <g key={index} className={`mark mark-${mark.ink}`}>
        <rect {...box} fill="none" strokeDasharray={INK_WORDS[mark.ink].dashes} />
        <rect
          className="mark-label"
          x={box.x}
          y={box.y - LABEL_PX}
          width={LABEL_PX * 1.6}
          height={LABEL_PX}
        />
        <text
          x={box.x + LABEL_PX * 0.8}
          y={box.y - LABEL_PX * 0.24}
          textAnchor="middle"
          fontSize={LABEL_PX * 0.8}
        >
          {index + 1}
        </text>
      </g>
    );
  });
}
