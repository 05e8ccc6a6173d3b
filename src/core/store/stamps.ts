import type Database from 'better-sqlite3';
import { formatHlc, type Hlc, nextHlc, parseHlc } from '../../domain/kernel/hlc.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeviceIdentity } from './device-identity.ts';

/** The stamps of this device: each greater than every one that it has given or seen. */
export interface Stamps {
  /** The next one; given again until it is used. */
  next(): Hlc;
  /** Inside the transaction that writes it. */
  use(stamp: Hlc): void;
  /** Somebody else's, which later writes of this device come after. Inside a transaction. */
  saw(stamp: Hlc): void;
  newest(): Hlc | null;
  /** What the time is by the clock of the service; by this computer's until it is known. */
  nowMs(): number;
  /** What the service's clock is ahead of this computer's; kept. */
  aheadMs(): number;
  setAhead(aheadMs: number): void;
  /** Begins again after `newest`: stamps that nobody else has seen were taken back. Inside a transaction. */
  resetTo(newest: Hlc | null): void;
}

const aheadKey = 'clockAheadMs';

export function createStamps(
  db: Database.Database,
  clock: Clock,
  identity: DeviceIdentity,
  lastStamp: Hlc | null,
): Stamps {
  const save = db.prepare("UPDATE meta SET value = ? WHERE key = 'lastStamp'");
  const keep = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const kept = db.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  let newest = lastStamp;
  let aheadMs = Number(kept.get(aheadKey) ?? 0);

  const nowMs = (): number => clock.nowMs() + aheadMs;
  const advance = (stamp: Hlc | null): void => {
    save.run(stamp ?? '');
    // Kept even if the transaction is rolled back: a stamp may be skipped, never used twice.
    newest = stamp;
  };

  return {
    next: () => nextHlc(newest, nowMs(), identity.deviceId),
    use: advance,
    saw(stamp) {
      if (newest !== null && stamp <= newest) return;
      const { ms, counter } = parseHlc(stamp);
      advance(formatHlc({ ms, counter, device: identity.deviceId }));
    },
    newest: () => newest,
    nowMs,
    aheadMs: () => aheadMs,
    setAhead(next) {
      keep.run(aheadKey, String(next));
      aheadMs = next;
    },
    resetTo: advance,
  };
}
