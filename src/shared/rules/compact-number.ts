/** A number as it is compared, whoever typed it: capitals and figures only. "(0332 a1)" → "0332A1". */
export function compactNumber(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
