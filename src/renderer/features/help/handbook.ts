import { readHandbook, type HandbookPage } from './handbook-page.ts';

/** The pages of docs/manuel as they stand, carried by the program: help needs no network, and says what the paper says. */
const SOURCES = import.meta.glob<string>(['../../../../docs/manuel/*.md', '../../../../docs/fiche-*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const IMAGES = import.meta.glob<string>('../../../../docs/manuel/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const lastPart = (path: string): string => path.split('/').at(-1) ?? path;

export const HANDBOOK: readonly HandbookPage[] = readHandbook(
  Object.entries(SOURCES).map(([path, text]) => ({ file: lastPart(path), text })),
);

const PAGE_BY_FILE = new Map(HANDBOOK.map((page) => [page.file, page]));
const IMAGE_BY_FILE = new Map(Object.entries(IMAGES).map(([path, url]) => [lastPart(path), url]));

/** By the file a link names, whatever the folder before it. */
export function findPage(href: string): HandbookPage | undefined {
  return PAGE_BY_FILE.get(lastPart(href));
}

export function findImage(href: string): string | undefined {
  return IMAGE_BY_FILE.get(lastPart(href));
}
