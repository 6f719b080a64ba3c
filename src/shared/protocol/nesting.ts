/** Whether no more than so many arrays and objects lie one within the other. Walks no deeper than that, whatever the value. */
export function isNestedAtMost(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Array.isArray(value)
    ? value.every((item) => isNestedAtMost(depth - 1, item))
    : Object.values(value).every((item) => isNestedAtMost(depth - 1, item));
}
