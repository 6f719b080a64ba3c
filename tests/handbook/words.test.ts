import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKeyOf, isNamed, isSaid, plainSpaces, readScreenWords } from './screen-words.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/manuel');
const pages = globSync('*.md', { cwd: FOLDER }).map((file) => ({
  file,
  text: plainSpaces(readFileSync(join(FOLDER, file), 'utf8')),
}));
const words = readScreenWords();
const keys = new Set(words.keys.map(({ value }) => value));

const found = (pattern: RegExp) =>
  pages.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, ...parts]) => ({ file, parts })));

describe('the handbook', () => {
  it('writes in bold only keys and words that are on a screen of the program', () => {
    const unknown = found(/\*\*(.+?)\*\*/g)
      .filter(({ parts: [word = ''] }) => !keys.has(word) && !isNamed(words, word))
      .map(({ file, parts: [word] }) => `${file}: ${word}`);
    expect(unknown).toEqual([]);
  });

  it('gives each name the key it has on screen', () => {
    const wrong = found(/\*\*([^*]+)\*\* \(([^)]+)\)/g)
      .filter(({ parts: [, key = ''] }) => /^(Alt|Ctrl|F\d)/.test(key))
      .filter(({ parts: [name = '', key = ''] }) => !isKeyOf(words, name, key))
      .map(({ file, parts: [name, key] }) => `${file}: ${name} (${key})`);
    expect(wrong).toEqual([]);
  });

  it('quotes only what the program says', () => {
    const unsaid = found(/« (.+?) »/g)
      .filter(({ parts: [sentence = ''] }) => !isSaid(words, sentence))
      .map(({ file, parts: [sentence] }) => `${file}: ${sentence}`);
    expect(unsaid).toEqual([]);
  });

  it('lists in its tables keys that are listened to', () => {
    const rows = pages.flatMap(({ file }) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split(/\n(?=\| touche)/)
        .slice(1)
        .flatMap((table) => [...table.matchAll(/^\| ([^|]+?) +\|/gm)].slice(2).map(([, cell = '']) => cell)),
    );
    const listed = rows
      .flatMap((cell) => cell.split(/, (?:ou )?/))
      .flatMap((key) => (key === 'flèches' ? ['↑', '↓', '←', '→'] : [key]));
    expect(listed.length).toBeGreaterThan(12);
    expect(listed.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('leads to pages and pictures that exist, and keeps no picture that nobody is shown', () => {
    const shown = new Set(found(/\]\(([^)]+)\)/g).map(({ parts: [target = ''] }) => target));
    const missing = [...shown].filter((target) => globSync(target, { cwd: FOLDER }).length === 0);
    const unused = globSync('images/*.png', { cwd: FOLDER }).filter(
      (image) => !shown.has(`images/${basename(image)}`),
    );
    expect({ missing, unused }).toEqual({ missing: [], unused: [] });
  });
});
