import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../core/store/open-store.ts';
import type { Store } from '../core/store/store.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createSeededIds } from './seeded-ids.ts';

export interface TestStore {
  /** Replaced by {@link reopen}. */
  readonly store: Store;
  readonly home: string;
  readonly clock: ManualClock;
  readonly ids: ReturnType<typeof createSeededIds>;
  /** Closes and opens again, as a restart would; the new store. */
  reopen(): Store;
  /** Closes and removes the folder. Also runs at the end of a `using` block. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** The real store in a temporary folder, with a clock that stands still and ids that are the same in every run. */
export function createTestStore(options: { readonly seed?: number; readonly home?: string } = {}): TestStore {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'reelwright-test-'));
  const clock = createManualClock();
  const ids = createSeededIds(options.seed ?? 1);
  const open = (): Store =>
    unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } }));
  let store = open();
  const dispose = (): void => {
    store.close();
    rmSync(home, { recursive: true, force: true });
  };
  return {
    get store() {
      return store;
    },
    home,
    clock,
    ids,
    reopen() {
      store.close();
      store = open();
      return store;
    },
    dispose,
    [Symbol.dispose]: dispose,
  };
}
