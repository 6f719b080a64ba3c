import { describe, expect, it } from 'vitest';
import { frenchKeys, isBareKey, matchesKeys } from './keys.ts';

const pressed = (
  key: string,
  modifiers: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {},
) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('the keys of an action', () => {
  it('match whatever the case of the letter', () => {
    expect(matchesKeys(pressed('S', { ctrlKey: true }), 'Ctrl+S')).toBe(true);
    expect(matchesKeys(pressed('s', { ctrlKey: true }), 'Ctrl+S')).toBe(true);
  });

  it('do not match with a modifier more or less', () => {
    expect(matchesKeys(pressed('s'), 'Ctrl+S')).toBe(false);
    expect(matchesKeys(pressed('s', { ctrlKey: true, altKey: true }), 'Ctrl+S')).toBe(false);
    expect(matchesKeys(pressed('j', { ctrlKey: true }), 'J')).toBe(false);
  });

  it('mind Shift for a letter, and not for a sign that some keyboards hide under it', () => {
    const shiftKey = true;
    expect([
      matchesKeys(pressed('N', { shiftKey }), 'Shift+N'),
      matchesKeys(pressed('N', { shiftKey }), 'N'),
      matchesKeys(pressed('n'), 'Shift+N'),
      matchesKeys(pressed('+', { shiftKey }), '+'),
      matchesKeys(pressed('+'), '+'),
    ]).toEqual([true, false, false, true, true]);
  });

  it('are written as on a French keyboard', () => {
    expect(['Ctrl+Enter', 'Shift+N', '+'].map(frenchKeys)).toEqual(['Ctrl+Entrée', 'Maj+N', '+']);
  });

  it('are bare when typing could mean them', () => {
    expect([
      isBareKey('J'),
      isBareKey('?'),
      isBareKey('ArrowDown'),
      isBareKey('F2'),
      isBareKey('Alt+R'),
      isBareKey('Shift+N'),
      isBareKey('Ctrl+Z'),
    ]).toEqual([true, true, true, false, false, true, true]);
  });
});
