import type { ImageFacts } from '#shared/contract/returned-pages.ts';

/** The image of a page, the address its bytes have in this window, and whether it is really on screen. */
export interface Scan {
  image: ImageFacts;
  url: string | undefined;
  isShown: boolean;
}
