import type { firstLook } from './en/first-look.ts';
import type { pages } from './en/pages.ts';

/** What the first look at a window says. English is the measure: another language must have the same entries. */
export type FirstLook = Widened<typeof firstLook>;

/** What the pages and dialogs say that come after it. */
export type PageWords = Widened<typeof pages>;

/** Every word of the screen, by page. */
export type Catalogue = FirstLook & PageWords;

/** The same entries with any words in them. */
export type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>;
};
