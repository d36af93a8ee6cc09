/** Sites by event, as numbers. Restricted: only classes and kinds leave the matcher. */
export interface PairColumns {
  readonly event: Uint32Array;
  readonly site: Uint32Array;
  readonly kind: Uint8Array;
}

/** Collects pairs in columns that double when they are full. */
export class Pairs {
  #count = 0;
  #event = new Uint32Array(1024);
  #site = new Uint32Array(1024);
  #kind = new Uint8Array(1024);

  add(event: number, site: number, kind: number): void {
    if (this.#count === this.#event.length) this.#grow();
    this.#event[this.#count] = event;
    this.#site[this.#count] = site;
    this.#kind[this.#count] = kind;
    this.#count++;
  }

  columns(): PairColumns {
    const end = this.#count;
    return { event: this.#event.subarray(0, end), site: this.#site.subarray(0, end), kind: this.#kind.subarray(0, end) };
  }

  #grow(): void {
    const [event, site, kind] = [this.#event, this.#site, this.#kind];
    this.#event = new Uint32Array(this.#count * 2);
    this.#site = new Uint32Array(this.#count * 2);
    this.#kind = new Uint8Array(this.#count * 2);
    this.#event.set(event);
    this.#site.set(site);
    this.#kind.set(kind);
  }
}
