import type { SharedFile } from './pool/worker-messages.ts';

/** Room kept for the next file; a larger one is let go, it comes once. */
const LARGEST_KEPT_BYTES = 4 * 2 ** 20;
const ROUNDED_TO_BYTES = 2 ** 20;

/**
 * The memory that lends files to the workers, used anew for each: shared memory is freed by the collector of garbage alone, which
 * does not see how much there is of it.
 */
export class SharedFiles {
  readonly #free: SharedArrayBuffer[] = [];
  #count = 0;

  lend(name: string, bytes: Uint8Array): SharedFile {
    const room = this.#take(bytes.length);
    const shared = new Uint8Array(room, 0, bytes.length);
    shared.set(bytes);
    return { id: ++this.#count, name, bytes: shared };
  }

  /** No worker reads it any more. */
  takeBack({ bytes }: SharedFile): void {
    if (bytes.buffer instanceof SharedArrayBuffer && bytes.buffer.byteLength <= LARGEST_KEPT_BYTES)
      this.#free.push(bytes.buffer);
  }

  #take(length: number): SharedArrayBuffer {
    const at = this.#free.findIndex((room) => room.byteLength >= length);
    const room = at < 0 ? undefined : this.#free.splice(at, 1)[0];
    return room ?? new SharedArrayBuffer(Math.ceil(length / ROUNDED_TO_BYTES) * ROUNDED_TO_BYTES);
  }
}
