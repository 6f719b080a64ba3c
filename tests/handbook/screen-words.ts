import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { frenchKeys } from '../../src/renderer/ui/shortcuts/keys.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const SOURCES = ['src/renderer/**/*.{ts,tsx}', 'src/shared/{sentences,fields,rules}/**/*.ts'];

/** What the program can show: its texts and its keys, each with its place in one long text of all sources. */
export interface ScreenWords {
  texts: readonly Placed[];
  keys: readonly Placed[];
}

interface Placed {
  /** A text in plain spaces; a key as on a French keyboard. */
  value: string;
  at: number;
}

export function readScreenWords(): ScreenWords {
  const files = globSync(SOURCES, { cwd: PROJECT }).filter((file) => !file.includes('.test.'));
  const texts: Placed[] = [];
  const keys: Placed[] = [];
  files.forEach((file, index) => {
    const source = readFileSync(join(PROJECT, file), 'utf8');
    // Files lie far apart: what is near is in one file.
    const start = index * FAR;
    for (const { value, at } of textsOf(file, source))
      texts.push({ value: plainSpaces(value), at: start + at });
    for (const match of source.matchAll(/\bkeys(?:=|: )['"]([^'"]+)['"]/g))
      keys.push({ value: frenchKeys(match[1] ?? ''), at: start + match.index });
  });
  return { texts, keys };
}

function textsOf(file: string, source: string): Placed[] {
  const found: Placed[] = [];
  const look = (node: ts.Node): void => {
    if (isText(node)) found.push({ value: node.text, at: node.getStart() });
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isTemplateHead(node)
  );
}

export function plainSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A name on screen: the whole of a text, or its beginning. */
export function isNamed({ texts }: ScreenWords, name: string): boolean {
  return texts.some(({ value }) => beginsWith(value, name));
}

/** A sentence on screen; `…` stands for what changes. */
export function isSaid({ texts }: ScreenWords, sentence: string): boolean {
  const begin = sentence.split('…')[0]?.trim() ?? '';
  return texts.some(({ value }) => value.includes(begin));
}

/** Characters between a name and its key in the sources. */
const NEAR = 400;
const FAR = 1_000_000;

/** That the key is the key of that name: both stand in one place of the sources. */
export function isKeyOf({ texts, keys }: ScreenWords, name: string, key: string): boolean {
  return texts.some(
    (text) =>
      beginsWith(text.value, name) &&
      keys.some((one) => one.value === key && Math.abs(one.at - text.at) < NEAR),
  );
}

function beginsWith(text: string, name: string): boolean {
  return text.toLowerCase().startsWith(name.toLowerCase());
}
