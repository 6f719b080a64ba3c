/**
 * A single-stroke hand of our own, as polylines. A glyph is its strokes separated by spaces; each point is two base-36
 * digits, x then y, on a grid where the descender ends at 0, the baseline is 6, small letters reach 12 (c) and capitals
 * 18 (i). A point written twice is a corner; elsewhere the pen rounds.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  a: '5b3c1b091736585c5c586677',
  b: '1i1i1717193c5b69573617',
  c: '5b3c1b09173657',
  d: '5b3c1b091736585i5i586677',
  e: '0959595b3c1b09173667',
  f: '6h5i3g3c36 1b6b',
  g: '5b3c1b091736585c5c523011',
  h: '1i1i1616193c5b595667',
  i: '2c2c273647 2f2g',
  j: '3c3c322011 3f3g',
  k: '1i1i16 5c29295667',
  l: '2i2i273647',
  m: '1c1c1616193b4c4646496c7b7786',
  n: '1c1c1616193c5b595667',
  o: '3c1b09173657695b3c',
  p: '1c1c10 193c5b69573617',
  q: '5b3c1b091736585c5c5062',
  r: '1c1c1616193b5c',
  s: '5b3c1b1a3958573607',
  t: '3g3g374657 1c5c',
  u: '1c1c182646585c5c5866',
  v: '0c36366c',
  w: '0c26264b4b66668c',
  x: '0c66 6c06',
  y: '0c37 6c362100',
  z: '0c6c6c060666',
  A: '064i4i86 2a6a',
  B: '0i06 0i4i6g5d0c0c5c795606',
  C: '7g4i1g0c184678',
  D: '0i06 0i3i7f793606',
  E: '6i0i0i060666 0c5c',
  F: '6i0i0i06 0c5c',
  G: '7g4i1g0c1846787c7c4c',
  H: '0i06 7i76 0c7c',
  I: '2i26',
  J: '5i5i59361709',
  K: '0i06 6i0b 2d76',
  L: '0i0i060666',
  M: '060i0i4a4a8i8i86',
  N: '060i0i76767i',
  O: '4i1g0c1846788c7g4i',
  P: '060i 0i5i7f5c0c',
  Q: '4i1g0c1846788c7g4i 5986',
  R: '060i 0i5i7f5c0c 3c76',
  S: '6g4i1h0f2c5b79562608',
  T: '0i8i 4i46',
  U: '0i0i092656797i',
  V: '0i46468i',
  W: '0i26265g5g8686ai',
  X: '0i76 7i06',
  Y: '0i4c 8i4c46',
  Z: '0i7i7i060676',
  œ: '3c1b09173657695b3c 59a9a9ab8c6b596786b7',
  Œ: '4i1g0c1846788c7g4i di7i7676d6 7ccc',
  '0': '3i1g0c1836586c5g3i',
  '1': '0f3i3i36',
  '2': '0g2i4i6f4b060666',
  '3': '0h3i5g4d2c2c5b694607',
  '4': '4i0a0a7a 5d56',
  '5': '6i1i1i0c0c3d6b683607',
  '6': '5i2f0a173657694c1a',
  '7': '0i6i6i26 1c5c',
  '8': '3c1e1h3i5h5e3c1a1736575a3c',
  '9': '6e4c1d0f2i5h6e5926',
  '/': '065i',
  '.': '1617',
  ',': '1714',
  '-': '0a4a',
  "'": '1i1f',
  '@': '7a5c3a48687b88aa9e5f1c184586',
};

/** Combining marks, drawn over a small letter; over a capital they sit higher. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0301': '2e4g',
  '\u0300': '2g4e',
  '\u0302': '1e3g5e',
  '\u0308': '1f1g 4f4g',
  '\u0327': '363423',
};

const CEDILLA = '\u0327';
const CAPITAL_ACCENT_LIFT = 6;
const SPACE_WIDTH = 5;

export interface GridPoint {
  x: number;
  y: number;
}

export interface Glyph {
  strokes: GridPoint[][];
  /** Width on the grid, side bearings left out. */
  width: number;
}

export const BASELINE = 6;
export const CAPITAL_HEIGHT = 12;

/** The strokes of one letter, accent included; a sign that the hand does not know is a blank. */
export function glyphOf(letter: string): Glyph {
  const [base = ' ', ...accents] = letter.normalize('NFD');
  const body = parseStrokes(GLYPHS[base] ?? '');
  const width = body.length === 0 ? SPACE_WIDTH : Math.max(...body.flat().map((point) => point.x));
  const isCapital = base !== base.toLowerCase();
  const signs = accents.flatMap((accent) =>
    parseStrokes(ACCENTS[accent] ?? '').map((stroke) =>
      stroke.map(({ x, y }) => ({ x, y: isCapital && accent !== CEDILLA ? y + CAPITAL_ACCENT_LIFT : y })),
    ),
  );
  return { strokes: [...body, ...signs], width };
}

function parseStrokes(coded: string): GridPoint[][] {
  return coded
    .split(' ')
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      (stroke.match(/../g) ?? []).map((pair) => ({
        x: Number.parseInt(pair[0] ?? '0', 36),
        y: Number.parseInt(pair[1] ?? '0', 36),
      })),
    );
}
