import sharp from 'sharp';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import type { SheetPage } from '#shared/sheet/layout.ts';
import type { Raster } from './raster.ts';
import { project } from './register/projection.ts';
import type { Point, Projection } from './register/projection.ts';
import type { PageImage } from './scan-types.ts';
import { SCREEN_IMAGE } from './thresholds.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

type PlaceOnImage = Pick<PageImage, 'pxPerMmX' | 'pxPerMmY' | 'originXPx' | 'originYPx'>;

/** Clockwise turn of the content, to the nearest quarter. */
export function turnOf(toScan: Projection): QuarterTurn {
  const quarters = Math.round((Math.atan2(toScan.d, toScan.a) * 2) / Math.PI);
  return (((quarters + 4) % 4) * 90) as QuarterTurn;
}

/** Re-encodes the pixels alone, the content upright: what a file hid beside its pixels stays in the original. */
export async function uprightImage(
  raster: Raster,
  turn: QuarterTurn,
  registered?: { page: SheetPage; toScan: Projection },
): Promise<PageImage> {
  const { width, height } = raster;
  const sideways = turn === 90 || turn === 270;
  const [uprightWidth, uprightHeight] = sideways ? [height, width] : [width, height];
  const scale = Math.min(1, SCREEN_IMAGE.maxSidePx / Math.max(width, height));
  let pipeline = sharp(raster.data, { raw: { width, height, channels: 3 } });
  if (scale < SCREEN_IMAGE.leastShrink)
    pipeline = pipeline.resize(Math.round(width * scale), Math.round(height * scale), {
      fit: 'fill',
      kernel: 'linear',
    });
  if (turn !== 0) pipeline = pipeline.rotate(360 - turn);
  const { data, info } = await pipeline
    .jpeg({ quality: SCREEN_IMAGE.quality, optimiseCoding: false })
    .toBuffer({ resolveWithObject: true });
  const size = { widthPx: info.width, heightPx: info.height };
  if (!registered) return { jpeg: data, ...size, ...wholeImage(info.width, info.height) };
  const shown = { x: info.width / uprightWidth, y: info.height / uprightHeight };
  const place = (point: Point): Point => {
    const upright = turned(project(registered.toScan, point), raster, turn);
    return { x: upright.x * shown.x, y: upright.y * shown.y };
  };
  return { jpeg: data, ...size, ...axesOf(place, registered.page) };
}

function turned({ x, y }: Point, { width, height }: Raster, turn: QuarterTurn): Point {
  if (turn === 90) return { x: y, y: width - x };
  if (turn === 180) return { x: width - x, y: height - y };
  if (turn === 270) return { x: height - y, y: x };
  return { x, y };
}

function wholeImage(width: number, height: number): PlaceOnImage {
  return { pxPerMmX: width / PAGE_WIDTH_MM, pxPerMmY: height / PAGE_HEIGHT_MM, originXPx: 0, originYPx: 0 };
}

/** Two scales and an origin, right at the middle of the page and near enough at its edges. */
function axesOf(place: (point: Point) => Point, { widthMm, heightMm }: SheetPage): PlaceOnImage {
  const left = place({ x: 0, y: heightMm / 2 });
  const right = place({ x: widthMm, y: heightMm / 2 });
  const top = place({ x: widthMm / 2, y: 0 });
  const bottom = place({ x: widthMm / 2, y: heightMm });
  return {
    pxPerMmX: (right.x - left.x) / widthMm,
    pxPerMmY: (bottom.y - top.y) / heightMm,
    originXPx: left.x,
    originYPx: top.y,
  };
}
