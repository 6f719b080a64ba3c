/** Whole numbers in a typed array that grows: a page has a hundred thousand pixels of ink, and no list of objects. */
export class IntList {
  #values = new Int32Array(1 << 16);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed so far; later pushes may leave it behind. */
  values(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
