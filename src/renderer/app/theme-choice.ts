export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_LABELS: Record<Theme, string> = {
  system: 'Thème auto',
  light: 'Thème clair',
  dark: 'Thème sombre',
};

const KEY = 'guichet.theme';

export function chosenTheme(window: Window): Theme {
  return THEMES.find((theme) => theme === window.localStorage.getItem(KEY)) ?? 'system';
}

/** Remembers the choice and shows it; `system` follows the screen's own setting, even when it changes. */
export function chooseTheme(window: Window, theme: Theme): void {
  window.localStorage.setItem(KEY, theme);
  show(window);
}

export function applyTheme(window: Window): void {
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(window));
  show(window);
}

function show(window: Window): void {
  const chosen = chosenTheme(window);
  const isDark =
    chosen === 'dark' || (chosen === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  window.document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}
