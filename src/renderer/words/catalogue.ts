import type { en } from './en/index.ts';

/** Every word of the screen, by page. English is the measure: another language must have the same entries. */
export type Catalogue = Widened<typeof en>;

/** The same entries with any words in them. */
export type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>;
};
