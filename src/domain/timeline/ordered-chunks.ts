/** Chunks split above this size and are joined with a neighbour below a quarter of it: √n-ish for 10,000 to 100,000 entries. */
const maxChunk = 192;

/** A run of neighbouring entries, with what was last computed about them. */
export interface Chunk<E, S> {
  readonly entries: E[];
  summary: S | null;
}

export interface ChunkPlace {
  readonly chunk: number;
  readonly at: number;
}

/**
 * A sorted list in chunks: inserting, removing and replacing touch one chunk, and what is derived from entries is
 * kept per chunk and computed again only where something changed. `compare` must be a total order.
 */
export class OrderedChunks<E, S> {
  readonly chunks: Chunk<E, S>[] = [];
  /** Every chunk before this one is as it was when the reader last set it: where a prefix over chunks has to restart. */
  firstDirty = 0;
  size = 0;
  readonly #compare: (a: E, b: E) => number;
  readonly #summarise: (entries: readonly E[]) => S;

  constructor(compare: (a: E, b: E) => number, summarise: (entries: readonly E[]) => S) {
    this.#compare = compare;
    this.#summarise = summarise;
  }

  /** Replaces everything. */
  fill(entries: readonly E[]): void {
    const sorted = [...entries].sort(this.#compare);
    this.chunks.length = 0;
    const step = Math.ceil(maxChunk / 2);
    for (let i = 0; i < sorted.length; i += step) {
      this.chunks.push({ entries: sorted.slice(i, i + step), summary: null });
    }
    this.size = sorted.length;
    this.firstDirty = 0;
  }

  summary(chunk: Chunk<E, S>): S {
    chunk.summary ??= this.#summarise(chunk.entries);
    return chunk.summary;
  }

  /** Where the entry equal to `entry` under the order is, or null. */
  find(entry: E): ChunkPlace | null {
    const place = this.#lowerBound(entry);
    const found = this.chunks[place.chunk]?.entries[place.at];
    return found !== undefined && this.#compare(found, entry) === 0 ? place : null;
  }

  entryAt(place: ChunkPlace): E | null {
    return this.chunks[place.chunk]?.entries[place.at] ?? null;
  }

  first(): E | null {
    return this.chunks[0]?.entries[0] ?? null;
  }

  last(): E | null {
    return this.chunks.at(-1)?.entries.at(-1) ?? null;
  }

  before(place: ChunkPlace): E | null {
    if (place.at > 0) return this.chunks[place.chunk]?.entries[place.at - 1] ?? null;
    return this.chunks[place.chunk - 1]?.entries.at(-1) ?? null;
  }

  after(place: ChunkPlace): E | null {
    return (
      this.chunks[place.chunk]?.entries[place.at + 1] ?? this.chunks[place.chunk + 1]?.entries[0] ?? null
    );
  }

  insert(entry: E): void {
    this.size++;
    if (this.chunks.length === 0) {
      this.chunks.push({ entries: [entry], summary: null });
      this.firstDirty = 0;
      return;
    }
    let place = this.#lowerBound(entry);
    if (place.chunk === this.chunks.length) {
      place = { chunk: place.chunk - 1, at: this.chunks[place.chunk - 1]?.entries.length ?? 0 };
    }
    const chunk = this.chunks[place.chunk];
    if (chunk === undefined) return;
    chunk.entries.splice(place.at, 0, entry);
    this.touch(place.chunk);
    if (chunk.entries.length > maxChunk) {
      this.chunks.splice(place.chunk + 1, 0, { entries: chunk.entries.splice(maxChunk / 2), summary: null });
    }
  }

  /** Removes the entry equal to `entry` under the order; false when there is none. */
  remove(entry: E): boolean {
    const place = this.find(entry);
    const chunk = place === null ? undefined : this.chunks[place.chunk];
    if (place === null || chunk === undefined) return false;
    this.size--;
    chunk.entries.splice(place.at, 1);
    this.touch(place.chunk);
    if (chunk.entries.length < maxChunk / 4) this.#join(place.chunk);
    return true;
  }

  /** Puts `next` where `entry` is; both must be equal under the order. False when `entry` is not there. */
  replace(entry: E, next: E): boolean {
    const place = this.find(entry);
    const chunk = place === null ? undefined : this.chunks[place.chunk];
    if (place === null || chunk === undefined) return false;
    chunk.entries[place.at] = next;
    this.touch(place.chunk);
    return true;
  }

  /** Forgets what was derived from a chunk. */
  touch(chunk: number): void {
    const touched = this.chunks[chunk];
    if (touched !== undefined) touched.summary = null;
    if (chunk < this.firstDirty) this.firstDirty = chunk;
  }

  *[Symbol.iterator](): Generator<E> {
    for (const chunk of this.chunks) yield* chunk.entries;
  }

  #join(at: number): void {
    const left = at > 0 ? at - 1 : at;
    const first = this.chunks[left];
    const second = this.chunks[left + 1];
    if (first === undefined) return;
    if (second !== undefined && first.entries.length + second.entries.length <= maxChunk) {
      first.entries.push(...second.entries);
      this.chunks.splice(left + 1, 1);
    } else if (first.entries.length === 0) {
      this.chunks.splice(left, 1);
    } else if (second !== undefined && second.entries.length === 0) {
      this.chunks.splice(left + 1, 1);
    }
    this.touch(left);
    if (left < this.firstDirty) this.firstDirty = left;
  }

  /** First place whose entry is not before `entry`; one past the last chunk when every entry is. */
  #lowerBound(entry: E): ChunkPlace {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.chunks[middle]?.entries.at(-1);
      if (last !== undefined && this.#compare(last, entry) < 0) low = middle + 1;
      else high = middle;
    }
    const entries = this.chunks[low]?.entries;
    if (entries === undefined) return { chunk: low, at: 0 };
    let from = 0;
    let to = entries.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const candidate = entries[middle];
      if (candidate !== undefined && this.#compare(candidate, entry) < 0) from = middle + 1;
      else to = middle;
    }
    return { chunk: low, at: from };
  }
}
