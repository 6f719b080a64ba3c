/**
 * The four shapes of the national student number, 11 characters (docs/rules.md): RNIE, BEA, base 36 and SIFA (apprentices).
 * Optional: only people with a bac since 1995 surely have one; its key is not public, so only the shape is checked.
 */
const SHAPES = [/^\d{9}[A-HJK]{2}$/, /^\d{10}[A-HJ-NPR-Z]$/, /^[0-9A-Z]{10}\d$/, /^\d{4}A\d{5}[A-HJ-NPR-Z]$/];

export function isIne(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text));
}
