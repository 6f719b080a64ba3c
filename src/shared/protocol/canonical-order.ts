/**
 * Whether `JSON.stringify` of a value is already its canonical form (RFC 8785): members in the order of their UTF-16 code units, nothing
 * that JSON cannot say. What one side wrote in canonical form and the other has parsed is so, and costs a tenth of sorting it again.
 * False only means that it is worth sorting.
 */
export function isInCanonicalOrder(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.every(isInCanonicalOrder) : hasSortedMembers(value);
}

function hasSortedMembers(object: object): boolean {
  if ('toJSON' in object) return false;
  let previous: string | undefined;
  // No pairs of name and member: a batch would make tens of thousands of them.
  for (const name of Object.keys(object)) {
    if (previous !== undefined && previous >= name) return false;
    if (!name.isWellFormed() || !isInCanonicalOrder((object as Record<string, unknown>)[name])) return false;
    previous = name;
  }
  return true;
}
