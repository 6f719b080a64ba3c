/** A key as written in the code and in `aria-keyshortcuts`: `Ctrl+S`, `Alt+R`, `F2`, `?`, `J`. */
export type Keys = string;

interface KeyEvent {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** Of a sign Shift is not compared: `?` and `+` need it on some keyboards and not on others. Of a letter it is. */
export function matchesKeys(event: KeyEvent, keys: Keys): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const key = parts.at(-1) ?? '';
  const isLetter = /^[a-z]$/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    (!isLetter || event.shiftKey === parts.includes('Shift')) &&
    !event.metaKey
  );
}

/** A bare letter or sign, and what takes back the last letter: it must not be stolen from someone who types. */
export function isBareKey(keys: Keys): boolean {
  return keys.length === 1 || keys.startsWith('Arrow') || keys.startsWith('Shift+') || keys === 'Ctrl+Z';
}

const FRENCH: Record<string, string> = {
  Enter: 'Entrée',
  Escape: 'Échap',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: 'Maj',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
};

/** As engraved on a French keyboard. */
export function frenchKeys(keys: Keys): string {
  if (keys === '+') return keys;
  return keys
    .split('+')
    .map((part) => FRENCH[part] ?? part)
    .join('+');
}
