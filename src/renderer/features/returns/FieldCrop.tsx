import type { Box } from '#shared/sheet/layout.ts';
import { boxInImage, withMargin } from './page-geometry.ts';
import type { Scan } from './scan.ts';

const MARGIN_PX = 14;

interface FieldCropProps {
  scan: Scan;
  box: Box;
  label: string;
}

/** The handwriting itself, right above where it is typed. */
export function FieldCrop({ scan: { image, url }, box, label }: FieldCropProps) {
  const place = boxInImage(box, image);
  if (!place) return null;
  const { x, y, width, height } = withMargin(place, MARGIN_PX, image);
  return (
    <svg
      className="field-crop"
      viewBox={`${x} ${y} ${width} ${height}`}
      role="img"
      aria-label={`Extrait de la page : ${label}`}
    >
      {url !== undefined && <image href={url} width={image.widthPx} height={image.heightPx} />}
    </svg>
  );
}
