import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface RendererFile {
  content: Uint8Array<ArrayBuffer>;
  mediaType: string;
}

/** What a built window is made of; a file of any other kind is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * The file of the built window that a URL path names (`/` is index.html), or undefined. Symbolic links are followed
 * before the check, so that nothing outside the folder can be named, however it is spelled.
 */
export async function findRendererFile(folder: string, urlPath: string): Promise<RendererFile | undefined> {
  const mediaType = MEDIA_TYPES[extname(urlPath === '/' ? 'index.html' : urlPath)];
  if (mediaType === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(urlPath === '/' ? '/index.html' : urlPath)));
    if (!file.startsWith(root + sep)) return undefined;
    return { content: await readFile(file), mediaType };
  } catch {
    // Absent, a folder, or a name that no file can bear: for a visitor, all of them are nothing.
    return undefined;
  }
}
