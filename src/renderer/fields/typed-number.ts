/** A number with a comma or a full stop; the text itself while it is not one, for the schema to refuse. Nothing typed: undefined. */
export function parseTypedNumber(typed: string): number | string | undefined {
  const compact = typed.trim();
  if (compact === '') return undefined;
  return /^\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : typed;
}

export function showTypedNumber(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}
