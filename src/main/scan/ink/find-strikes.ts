import type { Box, SheetField } from '#shared/sheet/layout.ts';
import { PRINT } from '../print/dilate-stamp.ts';
import type { PrintMask } from '../print/print-mask.ts';
import type { Raster } from '../raster.ts';
import { project } from '../register/projection.ts';
import type { Projection } from '../register/projection.ts';
import { PAPER_WHITE, STRIKE } from '../thresholds.ts';
import { longestRun } from './longest-run.ts';
import type { Grid, Run } from './longest-run.ts';
import type { PaperWhite } from './paper-white.ts';

interface Scene {
  raster: Raster;
  paper: PaperWhite;
  mask: PrintMask;
  /** Millimetres on the sheet to pixels of the scan. */
  toScan: Projection;
}

/** A line drawn through a printed answer: too much of it lies on print to be seen as ink beside print. */
export interface Strike {
  field: SheetField;
  /** Millimetres on the sheet. */
  box: Box;
  /** Mean absorbance (base 10) per channel, where nothing is printed beneath. */
  absorbance: [number, number, number];
  /** Largest difference between channels there, paper at 255. */
  chroma: number;
}

const { cellsPerMm } = STRIKE;

/** Print has gaps between its letters; where a run of ink is far longer than any of the print itself, a pen closed them. */
export function findStrikes(scene: Scene, fields: readonly SheetField[]): Strike[] {
  return fields.flatMap((field) => (field.value === '' ? [] : (strikeOf(scene, field) ?? [])));
}

function strikeOf(scene: Scene, field: SheetField): Strike | undefined {
  const area = around(field.valueBox);
  const seen = longestRun(sample(scene, area), STRIKE.levelCells);
  if (seen.length < STRIKE.leastMm * cellsPerMm) return undefined;
  const printed = longestRun(printedGrid(scene.mask, area), STRIKE.levelCells);
  if (seen.length < STRIKE.timesPrint * printed.length) return undefined;
  const colour = colourBetweenLetters(scene, area, seen);
  return colour && { field, box: boxOf(area, seen), ...colour };
}

function around({ x, y, w, h }: Box): Box {
  return { x: x - STRIKE.besideMm, y, w: w + 2 * STRIKE.besideMm, h };
}

function emptyGrid({ w, h }: Box): Grid {
  const width = Math.ceil(w * cellsPerMm);
  const height = Math.ceil(h * cellsPerMm);
  return { width, height, cells: new Uint8Array(width * height) };
}

/** Over so short a way even a photograph is straight: two steps of the projection say where every cell lies. */
function sample({ raster, paper, toScan }: Scene, area: Box): Grid {
  const grid = emptyGrid(area);
  const origin = project(toScan, placeOf(area, 0, 0));
  const right = project(toScan, placeOf(area, grid.width, 0));
  const down = project(toScan, placeOf(area, 0, grid.height));
  const [acrossX, acrossY] = [(right.x - origin.x) / grid.width, (right.y - origin.y) / grid.width];
  const [downX, downY] = [(down.x - origin.x) / grid.height, (down.y - origin.y) / grid.height];
  for (let row = 0, to = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++, to++) {
      const x = Math.floor(origin.x + column * acrossX + row * downX);
      const y = Math.floor(origin.y + column * acrossY + row * downY);
      if (x >= 0 && y >= 0 && x < raster.width && y < raster.height && isInk(raster, paper, x, y))
        grid.cells[to] = 1;
    }
  return grid;
}

function isInk({ width, data }: Raster, { columns, rgb }: PaperWhite, x: number, y: number): boolean {
  const at = (y * width + x) * 3;
  const cell = (Math.floor(y / PAPER_WHITE.cellPx) * columns + Math.floor(x / PAPER_WHITE.cellPx)) * 3;
  return (
    data[at]! < rgb[cell]! * STRIKE.inkShare ||
    data[at + 1]! < rgb[cell + 1]! * STRIKE.inkShare ||
    data[at + 2]! < rgb[cell + 2]! * STRIKE.inkShare
  );
}

function printedGrid(mask: PrintMask, area: Box): Grid {
  const grid = emptyGrid(area);
  for (let row = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++)
      if (maskAt(mask, placeOf(area, column, row)) >= PRINT) grid.cells[row * grid.width + column] = 1;
  return grid;
}

function placeOf(area: Box, column: number, row: number): { x: number; y: number } {
  return { x: area.x + (column + 0.5) / cellsPerMm, y: area.y + (row + 0.5) / cellsPerMm };
}

function maskAt({ pxPerMm, width, height, data }: PrintMask, { x, y }: { x: number; y: number }): number {
  const column = Math.floor(x * pxPerMm);
  const row = Math.floor(y * pxPerMm);
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : data[row * width + column]!;
}

/** Light of each channel as a share of the paper's; undefined outside the scan. */
function sharesAt(
  { raster, paper, toScan }: Scene,
  place: { x: number; y: number },
): [number, number, number] | undefined {
  const { x, y } = project(toScan, place);
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= raster.width || row >= raster.height) return undefined;
  const at = (row * raster.width + column) * 3;
  const cell =
    (Math.floor(row / PAPER_WHITE.cellPx) * paper.columns + Math.floor(column / PAPER_WHITE.cellPx)) * 3;
  const share = (channel: number) =>
    (raster.data[at + channel]! + 1) / (Math.max(1, paper.rgb[cell + channel]!) + 1);
  return [share(0), share(1), share(2)];
}

/** Undefined when no part of the run lies off the print: then nothing proves a pen. */
function colourBetweenLetters(
  scene: Scene,
  area: Box,
  run: Run,
): Pick<Strike, 'absorbance' | 'chroma'> | undefined {
  const sum: [number, number, number] = [0, 0, 0];
  let cells = 0;
  let chroma = 0;
  for (let x = run.startX; x <= run.endX; x++) {
    const along = (x - run.startX) / Math.max(1, run.endX - run.startX);
    const place = placeOf(area, x, Math.round(run.startY + (run.endY - run.startY) * along));
    const shares = sharesAt(scene, place);
    if (!shares || maskAt(scene.mask, place) >= PRINT) continue;
    shares.forEach((share, channel) => (sum[channel]! -= Math.log10(Math.min(1, share))));
    chroma = Math.max(chroma, 255 * (Math.max(...shares) - Math.min(...shares)));
    cells++;
  }
  if (cells < STRIKE.offPrintMm * cellsPerMm) return undefined;
  return { absorbance: [sum[0] / cells, sum[1] / cells, sum[2] / cells], chroma };
}

function boxOf(area: Box, { startX, startY, endX, endY }: Run): Box {
  const start = placeOf(area, startX, Math.min(startY, endY));
  const end = placeOf(area, endX, Math.max(startY, endY));
  return { x: start.x, y: start.y, w: end.x - start.x, h: end.y - start.y };
}
