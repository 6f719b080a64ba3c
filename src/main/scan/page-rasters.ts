import { decodeImage } from './ingest/decode-image.ts';
import type { EncodedImage } from './ingest/decode-image.ts';
import type { Raster } from './raster.ts';

/** The page at the resolution it is read at; as fine as it was scanned only for who asks, since few pages need it. */
export interface PageRasters {
  working: Raster;
  /** Part of the file makes no sense: what is seen may be wrong, and what is not seen may be there. */
  damaged: boolean;
  fine(): Promise<Raster>;
}

/** Throws `Unreadable`. */
export async function pageRasters(image: EncodedImage): Promise<PageRasters> {
  let fine: Promise<Raster> | undefined;
  const { damaged, ...working } = await decodeImage(image, 'working');
  return {
    working,
    damaged,
    fine: () => (fine ??= decodeImage(image, 'fine')),
  };
}
