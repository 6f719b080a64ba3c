import turbo from '@julusian/jpeg-turbo';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import type { SheetPage } from '#shared/sheet/layout.ts';
import { giveBytes, takeBytes } from './kernels/spare-memory.ts';
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
export function uprightImage(
  raster: Raster,
  turn: QuarterTurn,
  registered?: { page: SheetPage; toScan: Projection },
): PageImage {
  const upright = turnBack(raster, turn);
  const { width, height } = upright;
  const jpeg = encode(upright);
  if (upright !== raster) giveBytes(upright.data);
  const size = { widthPx: width, heightPx: height };
  if (!registered) return { jpeg, ...size, ...wholeImage(width, height) };
  const place = (point: Point): Point => turned(project(registered.toScan, point), raster, turn);
  return { jpeg, ...size, ...axesOf(place, registered.page) };
}

/** The encoder asks for room for the worst of images; what it wrote is copied out of it, and the room kept. */
function encode({ width, height, data }: Raster): Uint8Array {
  const room = takeBytes(turbo.bufferSize({ width, height, subsampling: turbo.SAMP_420 }));
  const written = turbo.compressSync(
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    Buffer.from(room.buffer, room.byteOffset, room.byteLength),
    {
      width,
      height,
      format: turbo.FORMAT_RGB,
      subsampling: turbo.SAMP_420,
      quality: SCREEN_IMAGE.quality,
    },
  );
  const jpeg = new Uint8Array(written);
  giveBytes(room);
  return jpeg;
}

/** Undoes a clockwise turn of the content. */
function turnBack(raster: Raster, turn: QuarterTurn): Raster {
  if (turn === 0) return raster;
  const { width, height, data } = raster;
  const sideways = turn !== 180;
  const upright = { width: sideways ? height : width, height: sideways ? width : height };
  const out = takeBytes(data.length);
  for (let y = 0, to = 0; y < upright.height; y++)
    for (let x = 0; x < upright.width; x++, to += 3) {
      const [fromX, fromY] =
        turn === 180
          ? [width - 1 - x, height - 1 - y]
          : turn === 90
            ? [width - 1 - y, x]
            : [y, height - 1 - x];
      const from = (fromY * width + fromX) * 3;
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
    }
  return { ...upright, data: out };
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
