/**
 * Gives the memory of bytes that nobody needs any more back at once. A scan is half a megabyte: waiting for the next collection, a few dozen
 * of them make one, which then looks through everything else. Only for what is known to have been read to its end, by the system too: never
 * after a failure, when a disk or a socket may still be reading, and never from an event that may come meanwhile. Using the bytes afterwards
 * throws. A view of a larger buffer is left alone.
 */
export function releaseBytes(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength && bytes.byteLength > 0)
    buffer.transfer(0);
}
