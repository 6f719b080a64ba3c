import type { FieldProblem } from '#shared/errors.ts';

/** Whether the only thing wrong is the day or the hour: for those who may act outside the window (S0-15). */
export function isOfWindow(code: FieldProblem['code']): boolean {
  return code === 'window-closed' || code === 'window-not-open' || code === 'window-undated';
}
