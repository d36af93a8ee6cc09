/** Slots of a generation at the beginning and at most; a slot takes 16 bytes, and every second one is left free. */
const FEWEST = 1 << 12;
const MOST = 1 << 22;

/** Two hashes of 32 bits (cyrb53 before its halves are joined): fast, spread well, and of no use against forgery. */
function hashesOf(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

class Generation {
  readonly #slots: Uint32Array;
  readonly #mask: number;
  count = 0;

  constructor(size: number) {
    this.#slots = new Uint32Array(size * 4);
    this.#mask = size - 1;
  }

  get isFull(): boolean {
    return this.count * 2 > this.#mask;
  }

  get size(): number {
    return this.#mask + 1;
  }

  /** Index of the slot with these hashes, or of the free one where they belong. */
  slotOf(a: number, b: number): number {
    let slot = a & this.#mask;
    for (;;) {
      const at = slot * 4;
      if (this.#slots[at + 3] === 0 || (this.#slots[at] === a && this.#slots[at + 1] === b)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }

  read(at: number): { readonly content: number; readonly line: number } | null {
    const line = this.#slots[at + 3] ?? 0;
    return line === 0 ? null : { content: this.#slots[at + 2] ?? 0, line };
  }

  put(at: number, a: number, b: number, content: number, line: number): void {
    this.#slots[at] = a;
    this.#slots[at + 1] = b;
    this.#slots[at + 2] = content;
    this.#slots[at + 3] = line;
    this.count++;
  }

  *entries(): Generator<readonly [number, number, number, number]> {
    for (let at = 0; at < this.#slots.length; at += 4) {
      const [a = 0, b = 0, content = 0, line = 0] = this.#slots.subarray(at, at + 4);
      if (line > 0) yield [a, b, content, line];
    }
  }
}

/**
 * Remembers the rows of a table by their keys in bounded memory: the last two to four million of them. Of a repetition that is
 * further away both rows are taken; their reports have the same id, so that a book still keeps one.
 */
export class SeenRows {
  #current: Generation = new Generation(FEWEST);
  #before: Generation | null = null;

  /** The line of an earlier row with this key and whether it said the same; null if there was none, which is remembered. */
  meet(key: string, content: string, line: number): { readonly line: number; readonly same: boolean } | null {
    const [a, b] = hashesOf(key);
    const [contentHash] = hashesOf(content);
    for (const generation of [this.#current, this.#before]) {
      const found = generation?.read(generation.slotOf(a, b));
      if (found) return { line: found.line, same: found.content === contentHash };
    }
    if (this.#current.isFull) this.#grow();
    // Lines count from 1; a free slot holds none.
    this.#current.put(this.#current.slotOf(a, b), a, b, contentHash, Math.max(1, line >>> 0));
    return null;
  }

  #grow(): void {
    const full = this.#current;
    if (full.size >= MOST) {
      this.#before = full;
      this.#current = new Generation(MOST);
      return;
    }
    this.#current = new Generation(full.size * 2);
    for (const [a, b, content, line] of full.entries()) this.#current.put(this.#current.slotOf(a, b), a, b, content, line);
  }
}
