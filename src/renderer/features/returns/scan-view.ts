import type { PixelBox } from './page-geometry.ts';

/** What part of an image is looked at: its middle in pixels, and how many times larger than the whole page. */
export interface ScanView {
  zoom: number;
  x: number;
  y: number;
}

interface Size {
  widthPx: number;
  heightPx: number;
}

const LARGEST = 8;
/** A mark fills no more than this share of the view: what it stands beside tells what it means. */
const SHARE = 0.4;
/** Nearer than this, a comma fills the screen and says nothing. */
const CLOSEST_TO_MARK = 3.5;
/** Of the visible part, for one press of an arrow. */
const PAN_STEP = 0.2;

export function wholePage({ widthPx, heightPx }: Size): ScanView {
  return { zoom: 1, x: widthPx / 2, y: heightPx / 2 };
}

export function zoomed(view: ScanView, factor: number, size: Size): ScanView {
  return inside({ ...view, zoom: view.zoom * factor }, size);
}

/** Steps are of what is visible: the same press goes less far when the zoom is larger. */
export function panned(view: ScanView, stepsX: number, stepsY: number, size: Size): ScanView {
  const step = PAN_STEP / view.zoom;
  return inside(
    { ...view, x: view.x + stepsX * step * size.widthPx, y: view.y + stepsY * step * size.heightPx },
    size,
  );
}

/** The view that shows a box with what lies around it. */
export function viewOf(box: PixelBox, size: Size): ScanView {
  const zoom = Math.min(
    CLOSEST_TO_MARK,
    (size.widthPx * SHARE) / box.width,
    (size.heightPx * SHARE) / box.height,
  );
  return inside({ zoom, x: box.x + box.width / 2, y: box.y + box.height / 2 }, size);
}

export function viewBoxOf({ zoom, x, y }: ScanView, { widthPx, heightPx }: Size): string {
  const width = widthPx / zoom;
  const height = heightPx / zoom;
  return [x - width / 2, y - height / 2, width, height].map((value) => Math.round(value)).join(' ');
}

/** Never smaller than the page, nor beyond its edges. */
function inside({ zoom: wanted, x, y }: ScanView, { widthPx, heightPx }: Size): ScanView {
  const zoom = Math.min(LARGEST, Math.max(1, wanted));
  const within = (value: number, length: number) => {
    const half = length / zoom / 2;
    return Math.min(length - half, Math.max(half, value));
  };
  return { zoom, x: within(x, widthPx), y: within(y, heightPx) };
}
