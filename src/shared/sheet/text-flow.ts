import type { PrintedItem } from './layout.ts';
import { tagged } from './tagging.ts';
import type { TextStyle } from './type-styles.ts';

/** Width in millimetres of a text set on one line. Given by who holds the fonts, so that this room stays pure. */
export type MeasureText = (text: string, font: 'regular' | 'bold', sizePt: number) => number;

/** Lines no wider than `widthMm`. Breaks at plain spaces and line feeds; a word too long is broken where it must. */
export function wrapText(text: string, style: TextStyle, widthMm: number, measure: MeasureText): string[] {
  const widthOf = (part: string) => measure(part, style.font, style.sizePt);
  return text
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(besideTheirWords(paragraph), widthMm, widthOf));
}

/** A line never ends after an opening guillemet, nor begins with a closing one. */
function besideTheirWords(paragraph: string): string {
  return paragraph.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
}

/** Each word is measured once: without kerning, a line is as wide as its words and spaces. */
function wrapParagraph(paragraph: string, widthMm: number, widthOf: (part: string) => number): string[] {
  const fits = (part: string) => widthOf(part) <= widthMm;
  const spaceMm = widthOf(' ');
  const lines: string[] = [];
  let line: string | undefined;
  let lineMm = 0;
  for (const word of paragraph.split(' ')) {
    const wordMm = widthOf(word);
    const longerMm = line === undefined ? wordMm : lineMm + spaceMm + wordMm;
    if (longerMm <= widthMm) {
      line = line === undefined ? word : `${line} ${word}`;
      lineMm = longerMm;
      continue;
    }
    if (line !== undefined) lines.push(line);
    const pieces = breakWord(word, fits);
    line = pieces.pop() ?? '';
    lineMm = widthOf(line);
    lines.push(...pieces);
  }
  return line === undefined ? lines : [...lines, line];
}

// After a hyphen, a slash, a full stop or an @ first; else anywhere but before a combining accent.
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (!fits(rest)) {
    const longest = longestFittingStart(rest, fits);
    const piece = /^.*[-/@._]/su.exec(longest)?.[0] ?? longest;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

function longestFittingStart(word: string, fits: (line: string) => boolean): string {
  const letters = word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [word];
  let start = letters[0] ?? word;
  for (const letter of letters.slice(1)) {
    if (!fits(start + letter)) break;
    start += letter;
  }
  return start;
}

/** One line of text; `y` is its baseline. */
export function textAt(x: number, y: number, text: string, style: TextStyle): PrintedItem {
  return { kind: 'text', x, y, text, font: style.font, sizePt: style.sizePt, grey: style.grey };
}

/** Lines of one text, one under the other, the first baseline at `y`. */
export function linesAt(x: number, y: number, lines: readonly string[], style: TextStyle): PrintedItem[] {
  return tagged(
    'P',
    lines.map((line, index) => textAt(x, y + index * style.leadingMm, line, style)),
  );
}

export function rightAlignedAt(
  right: number,
  y: number,
  text: string,
  style: TextStyle,
  measure: MeasureText,
): PrintedItem {
  return textAt(right - measure(text, style.font, style.sizePt), y, text, style);
}
