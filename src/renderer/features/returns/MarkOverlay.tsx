import type { InkMark } from '#shared/contract/page-reading.ts';
import type { ImageFacts } from '#shared/contract/returned-pages.ts';
import { INK_WORDS } from './ink-words.ts';
import { boxInImage, withMargin } from './page-geometry.ts';

const MARGIN_PX = 10;
/** On the whole page; smaller as the page grows, so that a frame never hides what it shows. */
const LABEL_PX = 40;

interface MarkOverlayProps {
  image: ImageFacts;
  marks: readonly InkMark[];
  current: number | undefined;
  zoom: number;
}

/** An outline and a number on each mark: the number is that of the list, the line is that of its ink. */
export function MarkOverlay({ image, marks, current, zoom }: MarkOverlayProps) {
  const label = LABEL_PX / Math.sqrt(zoom);
  return marks.map((mark, index) => {
    const place = boxInImage(mark.box, image);
    if (!place) return null;
    const box = withMargin(place, MARGIN_PX, image);
    return (
      <g key={index} className={`mark mark-${mark.ink}${index === current ? ' mark-looked-at' : ''}`}>
        <rect
          {...box}
          fill="none"
          vectorEffect="non-scaling-stroke"
          strokeDasharray={INK_WORDS[mark.ink].dashes}
        />
        <rect
          className="mark-label"
          vectorEffect="non-scaling-stroke"
          x={box.x}
          y={box.y - label}
          width={label * 1.6}
          height={label}
        />
        <text x={box.x + label * 0.8} y={box.y - label * 0.24} textAnchor="middle" fontSize={label * 0.8}>
          {index + 1}
        </text>
      </g>
    );
  });
}
