/** Below the limit of one frame (96 Mi characters) once in base 64, with room for the rest. */
const MOST_BYTES = 60 * 1024 * 1024;
const MOST_FILES = 500;

/** Cuts a stack into calls that each fit in a frame, keeping the order of the paper. A file too big travels alone. */
export function inBatches<Item extends { size: number }>(files: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last && bytes + file.size <= MOST_BYTES && last.length < MOST_FILES) {
      last.push(file);
      bytes += file.size;
    } else {
      batches.push([file]);
      bytes = file.size;
    }
  }
  return batches;
}
