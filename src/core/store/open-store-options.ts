import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Migration } from './migrate.ts';

export interface OpenStoreOptions {
  /** The data folder; made when it is not there. See {@link defaultHome}. */
  readonly home: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Beside whoever writes, without a lock; nothing is made, migrated or repaired. */
  readonly readOnly?: boolean;
  /** Who this is, for the sentence that a second writer gets: "film", "the desktop studio". */
  readonly holder: { readonly what: string; readonly pid: number };
  /** For tests of the migrations themselves. */
  readonly migrations?: readonly Migration[];
}
