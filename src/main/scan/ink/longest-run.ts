/** A run of ink through a grid, nearly level: where it begins and ends, both cells included. */
export interface Run {
  length: number;
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

export interface Grid {
  width: number;
  height: number;
  /** Row by row; anything but 0 is ink. */
  cells: Uint8Array;
}

/** For each row of a column: the longest run that ends there, its steps since it last moved, and the row it began in. */
interface Column {
  length: Int32Array;
  level: Int32Array;
  startY: Int32Array;
}

/**
 * The longest unbroken run from left to right that may step up or down by one cell after each `levelCells` of level: a stroke of a pen
 * is straight for a while, the chance touching of letters is not.
 */
export function longestRun({ width, height, cells }: Grid, levelCells: number): Run {
  let before = aColumn(height);
  let here = aColumn(height);
  const best: Run = { length: 0, startX: 0, startY: 0, endX: 0, endY: 0 };
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (cells[y * width + x] === 0) here.length[y] = 0;
      else extend(before, here, y, levelCells);
      if (here.length[y]! > best.length) {
        best.length = here.length[y]!;
        best.startX = x - best.length + 1;
        best.startY = here.startY[y]!;
        best.endX = x;
        best.endY = y;
      }
    }
    [before, here] = [here, before];
  }
  return best;
}

/** One row more, always empty, spares the loop a test. */
function aColumn(height: number): Column {
  return {
    length: new Int32Array(height + 1),
    level: new Int32Array(height + 1),
    startY: new Int32Array(height + 1),
  };
}

/** Goes on from the longest run of the column before that may reach this row. */
function extend(before: Column, here: Column, y: number, levelCells: number): void {
  let from = y;
  let longest = before.length[y]!;
  if (y > 0 && before.length[y - 1]! > longest && before.level[y - 1]! >= levelCells) {
    from = y - 1;
    longest = before.length[from]!;
  }
  if (before.length[y + 1]! > longest && before.level[y + 1]! >= levelCells) {
    from = y + 1;
    longest = before.length[from]!;
  }
  here.length[y] = longest + 1;
  here.level[y] = from === y && longest > 0 ? before.level[y]! + 1 : 0;
  here.startY[y] = longest === 0 ? y : before.startY[from]!;
}
