import { PDFObject } from 'pdf-lib';

/** An object of a PDF that is written down already. Thousands of widths, built anew for each document, cost more than its text. */
export class PreparedObject extends PDFObject {
  readonly #written: Uint8Array;

  constructor(written: Uint8Array) {
    super();
    this.#written = written;
  }

  override clone(): PreparedObject {
    return this;
  }

  override toString(): string {
    return new TextDecoder().decode(this.#written);
  }

  override sizeInBytes(): number {
    return this.#written.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(this.#written, offset);
    return this.#written.length;
  }
}
