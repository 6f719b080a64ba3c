import type shipped from 'virtual:shipped-components';

let loading: Promise<typeof shipped> | undefined;

/** Asked for once, by the one screen that shows it. */
export function loadShipped(): Promise<typeof shipped> {
  loading ??= import('virtual:shipped-components').then((module) => module.default);
  return loading;
}
