import type { Box, SheetPage } from '#shared/sheet/layout.ts';

/** Which part of the sheet each half millimetre belongs to. */
export interface FieldMap {
  cellsPerMm: number;
  columns: number;
  rows: number;
  /** 0 none, else 1 + index of the field; the two signing boxes come after the fields. */
  owners: Uint16Array;
  signature: number;
  date: number;
}

const CELLS_PER_MM = 2;

export function drawFieldMap(page: SheetPage): FieldMap {
  const columns = Math.ceil(page.widthMm * CELLS_PER_MM);
  const rows = Math.ceil(page.heightMm * CELLS_PER_MM);
  const signature = page.fields.length + 1;
  const map = {
    cellsPerMm: CELLS_PER_MM,
    columns,
    rows,
    owners: new Uint16Array(columns * rows),
    signature,
    date: signature + 1,
  };
  page.fields.forEach(({ box }, index) => paint(map, box, index + 1));
  if (page.signatureBox) paint(map, page.signatureBox, map.signature);
  if (page.dateBox) paint(map, page.dateBox, map.date);
  return map;
}

function paint({ columns, rows, owners }: FieldMap, { x, y, w, h }: Box, owner: number): void {
  const right = Math.min(columns, Math.round((x + w) * CELLS_PER_MM));
  const bottom = Math.min(rows, Math.round((y + h) * CELLS_PER_MM));
  for (let row = Math.max(0, Math.round(y * CELLS_PER_MM)); row < bottom; row++)
    owners.fill(owner, row * columns + Math.max(0, Math.round(x * CELLS_PER_MM)), row * columns + right);
}
