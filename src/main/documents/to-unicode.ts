/**
 * The CMap that says which sign each glyph stands for (ISO 32000-2, 9.10.3): what makes the text of a sheet searchable, and
 * readable by a screen reader.
 */
export function toUnicodeCMap(glyphOf: ReadonlyMap<number, number>): string {
  const signOf = new Map<number, number>();
  for (const [codePoint, glyph] of [...glyphOf].sort(([a], [b]) => a - b)) {
    if (!signOf.has(glyph)) signOf.set(glyph, codePoint);
  }
  const lines = [...signOf].map(([glyph, codePoint]) => `<${hex4(glyph)}> <${utf16Hex(codePoint)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_BLOCK) {
    const block = lines.slice(start, start + LINES_PER_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `${HEAD}\n${blocks.join('\n')}\n${TAIL}`;
}

/** A glyph or a UTF-16 unit as PDF writes them. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

const LINES_PER_BLOCK = 100;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`;

const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

function utf16Hex(codePoint: number): string {
  const sign = String.fromCodePoint(codePoint);
  return Array.from({ length: sign.length }, (_, unit) => hex4(sign.charCodeAt(unit))).join('');
}
