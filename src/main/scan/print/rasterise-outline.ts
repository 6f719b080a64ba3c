/** A move, line or curve of a glyph, as fontkit gives them: font units, y upwards. */
export interface OutlineCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: number[];
}

/** A small bitmap placed relative to the pen: 1 where there is ink. */
export interface Stamp {
  left: number;
  top: number;
  width: number;
  height: number;
  data: Uint8Array;
}

const CURVE_STEPS = 6;
/** Sub-rows and sub-columns of a pixel; any of them inked makes the pixel inked. */
const FINE = 3;

type Edge = [x1: number, y1: number, x2: number, y2: number];

/** Fills an outline (non-zero winding), `scale` in pixels per font unit, the pen at a fraction of a pixel. */
export function rasteriseOutline(
  commands: readonly OutlineCommand[],
  scale: number,
  penX: number,
  penY: number,
): Stamp {
  const edges = flatten(commands).map(([x1, y1, x2, y2]): Edge => [
    penX + x1 * scale,
    penY - y1 * scale,
    penX + x2 * scale,
    penY - y2 * scale,
  ]);
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0, data: new Uint8Array(0) };
  const xs = edges.flatMap(([x1, , x2]) => [x1, x2]);
  const ys = edges.flatMap(([, y1, , y2]) => [y1, y2]);
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  const stamp = {
    left,
    top,
    width: Math.ceil(Math.max(...xs)) - left + 1,
    height: Math.ceil(Math.max(...ys)) - top + 1,
  };
  const data = new Uint8Array(stamp.width * stamp.height);
  for (let row = 0; row < stamp.height * FINE; row++) {
    const y = top + (row + 0.5) / FINE;
    for (const [from, to] of inkedSpans(edges, y)) {
      const first = Math.max(0, Math.floor(from - left));
      const last = Math.min(stamp.width - 1, Math.floor(to - left));
      data.fill(
        1,
        Math.floor(row / FINE) * stamp.width + first,
        Math.floor(row / FINE) * stamp.width + last + 1,
      );
    }
  }
  return { ...stamp, data };
}

function inkedSpans(edges: readonly Edge[], y: number): [number, number][] {
  const crossings = edges
    .filter(([, y1, , y2]) => y1 <= y !== y2 <= y)
    .map(([x1, y1, x2, y2]) => ({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }))
    .sort((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x;
    winding += turn;
    if (winding === 0) spans.push([from, x]);
  }
  return spans;
}

function flatten(commands: readonly OutlineCommand[]): Edge[] {
  const edges: Edge[] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    edges.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const { command, args } of commands) {
    if (command === 'closePath') lineTo(startX, startY);
    else if (command === 'moveTo') [x, y, startX, startY] = [args[0]!, args[1]!, args[0]!, args[1]!];
    else
      curve(x, y, command === 'bezierCurveTo' ? args : raiseDegree(x, y, command, args)).forEach(
        ([toX, toY]) => lineTo(toX, toY),
      );
  }
  return edges;
}

/** Lines and quadratic curves as the cubic curves that they also are. */
function raiseDegree(
  x: number,
  y: number,
  command: 'lineTo' | 'quadraticCurveTo',
  args: readonly number[],
): number[] {
  if (command === 'lineTo') return [x, y, args[0]!, args[1]!, args[0]!, args[1]!];
  const [controlX, controlY, endX, endY] = args as [number, number, number, number];
  return [
    x + (2 / 3) * (controlX - x),
    y + (2 / 3) * (controlY - y),
    endX + (2 / 3) * (controlX - endX),
    endY + (2 / 3) * (controlY - endY),
    endX,
    endY,
  ];
}

function curve(x: number, y: number, args: readonly number[]): [number, number][] {
  const [x1, y1, x2, y2, x3, y3] = args as [number, number, number, number, number, number];
  return Array.from({ length: CURVE_STEPS }, (_, step) => {
    const t = (step + 1) / CURVE_STEPS;
    const u = 1 - t;
    const at = (p0: number, p1: number, p2: number, p3: number): number =>
      u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
    return [at(x, x1, x2, x3), at(y, y1, y2, y3)];
  });
}
