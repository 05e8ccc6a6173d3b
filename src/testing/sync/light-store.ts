import Database from 'better-sqlite3';
import { createStore } from '../../core/store/create-store.ts';
import { migrate } from '../../core/store/migrate.ts';
import { bundledMigrations } from '../../core/store/migrations/bundled.ts';
import type { Store } from '../../core/store/store.ts';

/** The real store over a database in memory, with a clock that a test sets. */
export interface LightDevice {
  readonly deviceId: string;
  readonly store: Store;
  nowMs: number;
}

/** `count` devices that know nothing of each other; for tests that need thousands of histories, not of disks. */
export function createLightDevices(count: number, nowMs = 0): readonly LightDevice[] {
  const first = new Database(':memory:');
  migrate(first, bundledMigrations);
  first.exec(
    "INSERT INTO meta (key, value) VALUES ('databaseId', 'light'), ('deviceId', ''), ('lastStamp', '')",
  );
  const bytes = first.serialize();
  first.close();
  return Array.from({ length: count }, (_, i) => {
    const deviceId = i.toString(16).repeat(16);
    const db = new Database(Buffer.from(bytes));
    db.prepare("UPDATE meta SET value = ? WHERE key = 'deviceId'").run(deviceId);
    const clock = { nowMs };
    const store = createStore({
      home: '/nowhere',
      db,
      clock: { nowMs: () => clock.nowMs, wait: () => Promise.reject(new Error('nobody waits in this test')) },
      readOnly: false,
      notices: [],
      snapshots: null,
      closing: () => undefined,
      release: () => undefined,
    });
    return {
      deviceId,
      store,
      get nowMs() {
        return clock.nowMs;
      },
      set nowMs(ms) {
        clock.nowMs = ms;
      },
    };
  });
}
