/** Times in tenths of a millisecond, counted in boxes: exact to 0.1 ms up to ten seconds, whatever the number of them. */
export class Latencies {
  readonly #boxes = new Uint32Array(100_000);
  #count = 0;
  #longest = 0;

  add(milliseconds: number): void {
    const box = Math.min(this.#boxes.length - 1, Math.max(0, Math.floor(milliseconds * 10)));
    this.#boxes[box] = (this.#boxes[box] ?? 0) + 1;
    this.#count += 1;
    if (milliseconds > this.#longest) this.#longest = milliseconds;
  }

  get count(): number {
    return this.#count;
  }

  get longest(): number {
    return this.#longest;
  }

  /** The time that this share of them (0-1) stayed within; not a number when there are none. */
  quantile(share: number): number {
    let left = Math.ceil(share * this.#count);
    if (left === 0) return Number.NaN;
    for (let box = 0; box < this.#boxes.length; box++) {
      left -= this.#boxes[box] ?? 0;
      if (left <= 0) return (box + 1) / 10;
    }
    return this.#longest;
  }

  /** The share that took less than so many milliseconds. */
  shareUnder(milliseconds: number): number {
    let under = 0;
    for (let box = 0; box < milliseconds * 10; box++) under += this.#boxes[box] ?? 0;
    return under / this.#count;
  }
}
