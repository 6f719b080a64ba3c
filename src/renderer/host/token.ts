const KEY = 'guichet.token';

/**
 * The browser host's token of this run, handed over in the address (`#token=…`) and taken out of it at once, so that it
 * stays in no history and on no screenshot. Kept for the life of the tab, to survive a reload.
 */
export function takeToken(window: Window): string {
  const given = /^#token=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (given === undefined) return window.sessionStorage.getItem(KEY) ?? '';
  window.sessionStorage.setItem(KEY, given);
  window.history.replaceState(null, '', window.location.pathname);
  return given;
}
