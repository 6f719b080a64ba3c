import { BatchRefused } from './batch-refused.ts';

/** Takes a stream of parts piece by piece, whatever their borders. Throws BatchRefused `damaged` when it ends too early. */
export interface ByteReader {
  /** So many bytes in one piece. */
  take(length: number): Promise<Uint8Array>;
  /** So many bytes as they come. */
  stream(length: number): AsyncGenerator<Uint8Array>;
  /** Whether nothing is left; reads on to know. */
  isAtEnd(): Promise<boolean>;
}

export function createByteReader(parts: AsyncIterable<Uint8Array>): ByteReader {
  const source = parts[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  const refill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await source.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  async function* stream(length: number): AsyncGenerator<Uint8Array> {
    for (let wanted = length; wanted > 0;) {
      if (!(await refill())) throw new BatchRefused('damaged');
      const part = rest.subarray(0, wanted);
      rest = rest.subarray(part.length);
      wanted -= part.length;
      yield part;
    }
  }
  return {
    stream,
    async take(length) {
      const bytes = new Uint8Array(length);
      let filled = 0;
      for await (const part of stream(length)) {
        bytes.set(part, filled);
        filled += part.length;
      }
      return bytes;
    },
    isAtEnd: async () => !(await refill()),
  };
}
