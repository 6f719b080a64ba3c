import { halve } from './raster.ts';
import type { Raster } from './raster.ts';
import { INGEST } from './thresholds.ts';

/** The page as decoded, and at the resolution it is read at; the same when the scan was no finer. */
export interface PageRasters {
  full: Raster;
  working: Raster;
}

export function pageRasters(full: Raster): PageRasters {
  const longest = Math.max(full.width, full.height);
  return { full, working: longest >= INGEST.halveFromSidePx ? halve(full) : full };
}
