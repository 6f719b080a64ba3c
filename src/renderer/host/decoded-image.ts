/**
 * An image in memory, decoded before it is shown, under an address of this window. Whoever holds it must release it: the cache of
 * answers does, when it lets go of one.
 */
export class DecodedImage {
  readonly url: string;
  /** Held so that the browser keeps what it decoded. */
  readonly #image: HTMLImageElement;

  private constructor(url: string, image: HTMLImageElement) {
    this.url = url;
    this.#image = image;
  }

  static async of(bytes: Uint8Array, mediaType: string): Promise<DecodedImage> {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    const image = new Image();
    image.src = url;
    // An image that cannot be decoded is shown as such by whoever draws it.
    await image.decode().catch(() => undefined);
    return new DecodedImage(url, image);
  }

  release(): void {
    this.#image.src = '';
    URL.revokeObjectURL(this.url);
  }
}
