import { readFileSync } from 'node:fs';
import { assetPath } from '../asset-path.ts';

/** Atkinson sets everything; the fallbacks hold the letters that it lacks (assets/fonts/README.md). */
const FILES = {
  regular: 'AtkinsonHyperlegible-Regular.ttf',
  bold: 'AtkinsonHyperlegible-Bold.ttf',
  regularFallback: 'NotoSans-Latin-Greek-Cyrillic-Regular.ttf',
  boldFallback: 'NotoSans-Latin-Greek-Cyrillic-Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** The bytes of a font file, from the assets of the checkout or of the package. */
export function readFontBytes(name: FontName): Uint8Array {
  return readFileSync(assetPath(`fonts/${FILES[name]}`));
}
