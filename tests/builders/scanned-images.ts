import sharp from 'sharp';

/** So many small pages, each of a grey of its own: whole JPEGs that no two are alike. */
export function scannedImages(count: number): Promise<Uint8Array[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const grey = 60 + 15 * index;
      const background = { r: grey, g: grey, b: grey };
      return new Uint8Array(
        await sharp({ create: { width: 620, height: 877, channels: 3, background } })
          .jpeg()
          .toBuffer(),
      );
    }),
  );
}
