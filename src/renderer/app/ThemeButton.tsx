import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { chooseTheme, chosenTheme, THEME_LABELS, THEMES } from './theme-choice.ts';

/** Goes round: system, light, dark. */
export function ThemeButton() {
  const [theme, setTheme] = useState(() => chosenTheme(window));
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <Button
      keys="Alt+T"
      onPress={() => {
        chooseTheme(window, next);
        setTheme(next);
      }}
    >
      {THEME_LABELS[theme]}
    </Button>
  );
}
