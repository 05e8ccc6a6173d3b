import type { ItemId } from '../kernel/ids.ts';
import { compareByOrder } from '../kernel/order.ts';
import { type ChunkFacts, noFacts, summariseChunk } from './chunk-facts.ts';
import { type ChunkPlace, OrderedChunks } from './ordered-chunks.ts';
import type { Item } from './records.ts';

export interface Placed {
  readonly item: Item;
  readonly startFlicks: number;
}

/**
 * The main track: items by order key, start times as a prefix sum over chunks. A change of one duration touches one
 * chunk and, at the next question, the prefix behind it.
 */
export class MainSequence {
  readonly #list: OrderedChunks<Item, ChunkFacts>;
  /** `#starts[i]` is the start of chunk i; one more entry for the end of the last. */
  readonly #starts: number[] = [0];

  constructor(items: ReadonlyMap<ItemId, Item>, anchoredTo: ReadonlyMap<ItemId, ReadonlySet<ItemId>>) {
    this.#list = new OrderedChunks<Item, ChunkFacts>(compareByOrder, (entries) =>
      summariseChunk(entries, items, anchoredTo),
    );
  }

  get size(): number {
    return this.#list.size;
  }

  get durationFlicks(): number {
    return this.#prefix().at(-1) ?? 0;
  }

  fill(items: readonly Item[]): void {
    this.#list.fill(items);
  }

  insert(item: Item): void {
    this.#list.insert(item);
  }

  remove(item: Item): void {
    this.#list.remove(item);
  }

  /** Same id and order, other fields. */
  replace(before: Item, after: Item): void {
    this.#list.replace(before, after);
  }

  /** What is anchored to `item` changed. */
  touch(item: Item): void {
    const place = this.#list.find(item);
    if (place !== null) this.#list.touch(place.chunk);
  }

  first(): Item | null {
    return this.#list.first();
  }

  last(): Item | null {
    return this.#list.last();
  }

  before(item: Item): Item | null {
    const place = this.#list.find(item);
    return place === null ? null : this.#list.before(place);
  }

  after(item: Item): Item | null {
    const place = this.#list.find(item);
    return place === null ? null : this.#list.after(place);
  }

  /** Start of an item in flicks; null when it is not in the sequence. */
  startOf(item: Item): number | null {
    const place = this.#list.find(item);
    return place === null ? null : this.#startAt(place);
  }

  /** The item whose half-open span holds `atFlicks`; null before 0 and from the end on. */
  at(atFlicks: number): Placed | null {
    const prefix = this.#prefix();
    if (atFlicks < 0 || atFlicks >= this.durationFlicks) return null;
    const chunk = lastAtMost(prefix, atFlicks, this.#list.chunks.length);
    const facts = this.#facts(chunk);
    const chunkStart = prefix[chunk] ?? 0;
    const at = lastAtMost(facts.starts, atFlicks - chunkStart, facts.starts.length);
    const item = this.#list.entryAt({ chunk, at });
    return item === null ? null : { item, startFlicks: chunkStart + (facts.starts[at] ?? 0) };
  }

  /** Items from the one that holds `fromFlicks` (or the first) on, in order. */
  *from(fromFlicks: number): Generator<Placed> {
    const prefix = this.#prefix();
    if (fromFlicks >= this.durationFlicks) return;
    const wanted = Math.max(0, fromFlicks);
    const first = lastAtMost(prefix, wanted, this.#list.chunks.length);
    for (let chunk = first; chunk < this.#list.chunks.length; chunk++) {
      const { starts } = this.#facts(chunk);
      const chunkStart = prefix[chunk] ?? 0;
      const begin = chunk === first ? lastAtMost(starts, wanted - chunkStart, starts.length) : 0;
      const entries = this.#list.chunks[chunk]?.entries ?? [];
      for (let at = begin; at < entries.length; at++) {
        const item = entries[at];
        if (item !== undefined) yield { item, startFlicks: chunkStart + (starts[at] ?? 0) };
      }
    }
  }

  /** Items of other tracks, anchored in this sequence, that overlap [from, to); in no order. */
  attachedIn(fromFlicks: number, toFlicks: number): Placed[] {
    const prefix = this.#prefix();
    const found: Placed[] = [];
    for (let chunk = 0; chunk < this.#list.chunks.length; chunk++) {
      const facts = this.#facts(chunk);
      const chunkStart = prefix[chunk] ?? 0;
      if (chunkStart + facts.reachFrom >= toFlicks || chunkStart + facts.reachTo <= fromFlicks) continue;
      for (const { item, startFlicks } of facts.attached) {
        const start = chunkStart + startFlicks;
        if (start < toFlicks && start + item.durationFlicks > fromFlicks)
          found.push({ item, startFlicks: start });
      }
    }
    return found;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#list[Symbol.iterator]();
  }

  #facts(chunk: number): ChunkFacts {
    const entry = this.#list.chunks[chunk];
    return entry === undefined ? noFacts : this.#list.summary(entry);
  }

  #startAt(place: ChunkPlace): number {
    return (this.#prefix()[place.chunk] ?? 0) + (this.#facts(place.chunk).starts[place.at] ?? 0);
  }

  #prefix(): readonly number[] {
    const { chunks } = this.#list;
    if (this.#list.firstDirty < chunks.length || this.#starts.length !== chunks.length + 1) {
      for (let i = Math.min(this.#list.firstDirty, this.#starts.length - 1); i < chunks.length; i++) {
        this.#starts[i + 1] = (this.#starts[i] ?? 0) + this.#facts(i).durationFlicks;
      }
      this.#starts.length = chunks.length + 1;
      this.#list.firstDirty = chunks.length;
    }
    return this.#starts;
  }
}

export function mainSequence(
  items: ReadonlyMap<ItemId, Item>,
  anchoredTo: ReadonlyMap<ItemId, ReadonlySet<ItemId>>,
): MainSequence {
  return new MainSequence(items, anchoredTo);
}

/** Index of the last of the first `length` ascending values that is at most `wanted`; 0 when none is. */
function lastAtMost(values: readonly number[], wanted: number, length: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
