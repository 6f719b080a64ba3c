/** UTF-8 with its mark: without it, French spreadsheets lose the accents. */
export const CSV_MARK = '\uFEFF';

/** One line of RFC 4180, with semicolons as French spreadsheets expect. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\r\n`;
}

/**
 * A text that a spreadsheet would run as a formula is shown instead (OWASP, CSV injection). A number or a telephone, even one
 * with its country, has no letter to call anything by: it stays as it is read.
 */
export function harmlessText(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text;
  return /^[+-][\d .()-]*$/.test(text) ? text : `'${text}`;
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
