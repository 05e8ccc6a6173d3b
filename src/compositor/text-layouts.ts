import type { Mark } from './marks.ts';

/** Remembers laid-out texts between frames. Make one for each context; make a new one when fonts have been loaded since. */
export interface TextLayouts {
  /** The marks under `key`, made by `layOut` the first time. */
  take(key: string, layOut: () => readonly Mark[]): readonly Mark[];
}

/** Keeps the `capacity` layouts that were used last: a caption and its neighbours are what a playing film asks for. */
export function createTextLayouts(capacity = 64): TextLayouts {
  const known = new Map<string, readonly Mark[]>();
  return {
    take(key, layOut) {
      const marks = known.get(key) ?? layOut();
      known.delete(key);
      known.set(key, marks);
      if (known.size > capacity) {
        const [oldest] = known.keys();
        if (oldest !== undefined) known.delete(oldest);
      }
      return marks;
    },
  };
}
