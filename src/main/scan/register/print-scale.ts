/** Resolutions, in dots per inch, that a page is read at: the scanner's own, or a whole fraction of it. */
const WORKING_DPI = [75, 100, 120, 150, 200];
const MM_PER_INCH = 25.4;

/**
 * How large the sheet is in the scan against what was laid out: 1 is 100 %, 0.95 a sheet that "shrink to fit" printed. The
 * file's own resolution is often absent or wrong, so the nearest usual one is taken: prints lie between 90 and 105 %.
 */
export function printScale(pxPerMm: number): number {
  const dpi = pxPerMm * MM_PER_INCH;
  const distance = (usual: number) => Math.abs(Math.log(dpi / usual));
  const nearest = WORKING_DPI.reduce((best, usual) => (distance(usual) < distance(best) ? usual : best));
  return dpi / nearest;
}
