/** Reads a file in chunks, usually one after the other, without ever holding it whole. */
export interface ChunkReader {
  /** The bytes from an offset on, that many or up to the end; none at the end. */
  at(offset: number, bytes: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** Parts may have any size. Reading again from an earlier place opens the file anew: that only happens after a cut. */
export function createChunkReader(open: () => AsyncIterable<Uint8Array<ArrayBuffer>>): ChunkReader {
  let reading: Reading | undefined;
  const close = async () => {
    await reading?.parts.return?.();
    reading = undefined;
  };
  return {
    async at(offset, bytes) {
      if (!reading || reading.place > offset) {
        await close();
        reading = { parts: open()[Symbol.asyncIterator](), rest: new Uint8Array(), place: 0 };
      }
      await take(reading, offset - reading.place);
      const [first, ...others] = await take(reading, bytes);
      // A part that is a whole chunk, as they come from disk, is not copied.
      const chunk = first && others.length === 0 ? first : Buffer.concat(first ? [first, ...others] : []);
      return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    },
    close,
  };
}

interface Reading {
  parts: AsyncIterator<Uint8Array<ArrayBuffer>, unknown>;
  /** Read, not yet taken. */
  rest: Uint8Array<ArrayBuffer>;
  place: number;
}

/** The next `count` bytes, fewer at the end. */
async function take(reading: Reading, count: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const taken: Uint8Array<ArrayBuffer>[] = [];
  for (let missing = count; missing > 0;) {
    if (reading.rest.length === 0) {
      const { done, value } = await reading.parts.next();
      if (done === true) break;
      reading.rest = value;
    }
    const part = reading.rest.subarray(0, missing);
    reading.rest = reading.rest.subarray(part.length);
    reading.place += part.length;
    missing -= part.length;
    taken.push(part);
  }
  return taken;
}
