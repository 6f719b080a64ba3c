import { parseCodePayload } from '#shared/sheet/code-payload.ts';
import type { Box } from '#shared/sheet/layout.ts';
import type { PageRasters } from '../page-rasters.ts';
import type { ParsedCode } from '../scan-types.ts';
import type { Raster } from '../raster.ts';
import { project } from '../register/projection.ts';
import type { Point, Projection } from '../register/projection.ts';
import { CODES } from '../thresholds.ts';
import { greyPlane } from './grey-plane.ts';
import type { PixelBox, PlaneChannel } from './grey-plane.ts';
import { readMatrixCodes } from './matrix-reader.ts';
import type { MatrixCode } from './matrix-reader.ts';
import { usualPlaces } from './usual-places.ts';

/** A code of ours, its corners in pixels of the working raster. */
export interface FoundCode {
  parsed: ParsedCode;
  corners: MatrixCode['corners'];
}

const CHANNELS: readonly PlaneChannel[] = ['luminance', 'red', 'blue'];

/**
 * Where they usually lie; unless every copy is there, the whole page, cheapest plane first (a second sheet hides at least one copy of
 * the first), then as fine as it was scanned. Never by page order or file name.
 */
export async function findCodes({ working, fine }: PageRasters): Promise<FoundCode[]> {
  const usual = await atUsualPlaces(working);
  if (usual) return usual;
  const found = await inAnyChannel(working, 1);
  if (found.length > 0 || isBlank(working)) return found;
  const raster = await fine();
  return raster.width > working.width ? inAnyChannel(raster, working.width / raster.width) : [];
}

/** The back of a sheet, a separator: as fine as it was scanned, it would still be blank. */
function isBlank({ data }: Raster): boolean {
  let [lightest, darkest] = [0, 255];
  for (let at = 1; at < data.length; at += 3 * CODES.blankSampleEvery) {
    lightest = Math.max(lightest, data[at]!);
    darkest = Math.min(darkest, data[at]!);
  }
  return lightest - darkest < CODES.blankContrast;
}

async function atUsualPlaces(working: Raster): Promise<FoundCode[] | undefined> {
  for (const places of usualPlaces(working)) {
    const found: FoundCode[] = [];
    for (const box of places) {
      const here = ours(await readMatrixCodes(greyPlane(working, 'luminance', box)), 1);
      if (here.length === 0) break;
      found.push(...here);
    }
    if (found.length >= places.length) return found;
  }
  return undefined;
}

/** The copy that should be in `box`, for whom one copy has told where the sheet lies. */
export async function findCopy(
  { working }: PageRasters,
  box: Box,
  toScan: Projection,
): Promise<FoundCode | undefined> {
  const [found] = await inAnyChannel(working, 1, pixelBox(box, toScan));
  return found;
}

async function inAnyChannel(raster: Raster, scale: number, box?: PixelBox): Promise<FoundCode[]> {
  for (const channel of CHANNELS) {
    const found = ours(await readMatrixCodes(greyPlane(raster, channel, box)), scale);
    if (found.length > 0) return found;
  }
  return [];
}

function ours(codes: readonly MatrixCode[], scale: number): FoundCode[] {
  return codes.flatMap(({ text, corners }) => {
    const parsed = parseCodePayload(text);
    if (!parsed) return [];
    const at = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
    return [{ parsed, corners: [at(corners[0]), at(corners[1]), at(corners[2]), at(corners[3])] }];
  });
}

function pixelBox(box: Box, toScan: Projection): PixelBox {
  const margin = CODES.searchMarginMm;
  const corners = [0, 1].flatMap((right) =>
    [0, 1].map((down) =>
      project(toScan, {
        x: box.x - margin + right * (box.w + 2 * margin),
        y: box.y - margin + down * (box.h + 2 * margin),
      }),
    ),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
