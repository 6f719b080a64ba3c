import { lexer, type MarkedToken, type Token } from 'marked';
import { foldForSearch } from '#shared/rules/fold.ts';

export interface HandbookPage {
  /** `2-inscrire.md`: how other pages link to it. */
  file: string;
  title: string;
  tokens: Token[];
}

/** A passage that can be looked up: a heading, or one paragraph, list item or table row under it. */
export interface Passage {
  page: HandbookPage;
  /** The heading it stands under, by its anchor; undefined at the beginning of a page. */
  anchor: string | undefined;
  heading: string;
  text: string;
  isHeading: boolean;
}

/** In the order a clerk needs them: the contents, the numbered pages, then what is kept apart. */
export function readHandbook(sources: readonly { file: string; text: string }[]): HandbookPage[] {
  return sources
    .map(({ file, text }) => {
      const tokens = lexer(text);
      const title = tokens.find((token) => token.type === 'heading');
      return { file, title: title === undefined ? file : plainText([title]), tokens };
    })
    .sort((a, b) => orderOf(a.file) - orderOf(b.file));
}

function orderOf(file: string): number {
  return file === 'README.md' ? 0 : Number.parseInt(file, 10) || 100;
}

/** A heading as the end of an address: the same words give the same anchor. */
export function anchorOf(heading: string): string {
  return foldForSearch(heading).replaceAll(' ', '-');
}

/** What is read of tokens, without their marks. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const known = token as MarkedToken;
      if (known.type === 'image') return '';
      if ('tokens' in known && known.tokens) return plainText(known.tokens);
      return 'text' in known ? known.text : ' ';
    })
    .join('')
    .replace(/\s+/g, ' ');
}

export function passagesOf(page: HandbookPage): Passage[] {
  let under: Pick<Passage, 'anchor' | 'heading'> = { anchor: undefined, heading: page.title };
  return page.tokens.flatMap((token) => {
    const known = token as MarkedToken;
    if (known.type !== 'heading')
      return blocksOf(known).map((text): Passage => ({ page, ...under, text, isHeading: false }));
    const text = plainText([known]);
    under = { anchor: known.depth === 1 ? undefined : anchorOf(text), heading: text };
    return [{ page, ...under, text, isHeading: true }];
  });
}

function blocksOf(token: MarkedToken): string[] {
  if (token.type === 'list') return token.items.map((item) => plainText(item.tokens));
  if (token.type === 'table')
    return token.rows.map((row) => row.map((cell) => plainText(cell.tokens)).join(' — '));
  return [plainText([token])].filter((text) => text.trim() !== '');
}

const MOST = 12;

/** Passages that hold every word, headings first; accents and capitals do not count. */
export function findPassages(pages: readonly HandbookPage[], query: string): Passage[] {
  const words = foldForSearch(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = pages.flatMap(passagesOf).filter(({ text }) => {
    const folded = foldForSearch(text);
    return words.every((word) => folded.includes(word));
  });
  return [
    ...found.filter(({ isHeading }) => isHeading),
    ...found.filter(({ isHeading }) => !isHeading),
  ].slice(0, MOST);
}
