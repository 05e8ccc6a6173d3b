/** What a cache holds: something of known size that must be freed by hand. */
export interface Weighed {
  readonly bytes: number;
  close(): void;
}

/** Keeps what was used last, up to a number of bytes; what has to go is closed. */
export interface ByteCache<Key, Value extends Weighed> {
  get(key: Key): Value | null;
  /** Without counting as a use. */
  has(key: Key): boolean;
  /** Owns `value` from now on. One that is larger than the whole cache is kept until the next one comes. */
  put(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly bytes: number;
  readonly size: number;
  clear(): void;
}

/** `onGone` hears of every key that leaves. */
export function createByteCache<Key, Value extends Weighed>(
  maxBytes: number,
  onGone: (key: Key) => void = () => undefined,
): ByteCache<Key, Value> {
  // A Map keeps the order of insertion: the first entry is the one that was used longest ago.
  const entries = new Map<Key, Value>();
  let bytes = 0;
  const remove = (key: Key): void => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    bytes -= value.bytes;
    value.close();
    onGone(key);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return null;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    has: (key) => entries.has(key),
    put(key, value) {
      remove(key);
      for (const oldest of entries.keys()) {
        if (bytes + value.bytes <= maxBytes) break;
        remove(oldest);
      }
      entries.set(key, value);
      bytes += value.bytes;
    },
    delete: remove,
    get bytes() {
      return bytes;
    },
    get size() {
      return entries.size;
    },
    clear() {
      for (const key of [...entries.keys()]) remove(key);
    },
  };
}
