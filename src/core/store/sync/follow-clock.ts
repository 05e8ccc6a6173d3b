import type Database from 'better-sqlite3';
import { nextHlc, parseHlc } from '../../../domain/kernel/hlc.ts';
import type { EntityName } from '../../../domain/kernel/patch.ts';
import type { Stamps } from '../stamps.ts';
import { waitsSince } from './waiting.ts';

/** The service takes stamps up to five minutes ahead of its clock; a little more, for the way there. */
const mostAheadMs = 330_000;
/** A clock that is behind by less gives its stamps as they are. */
const behindMs = 60_000;

interface Line {
  readonly projectId: string;
  readonly entity: EntityName;
  readonly rowId: string;
  readonly since: string;
  readonly latest: string;
}
interface ClockText {
  readonly entity: string;
  readonly rowId: string;
  readonly base: string;
  readonly fields: string | null;
  readonly deleted: string | null;
}

/**
 * Follows the service's clock, which is `aheadMs` ahead of this computer's. What waits and was stamped by a wrong clock gets
 * new stamps in the same order: of the future, because nobody takes them; of long ago, because they would lose against what is older.
 */
export function followClock(db: Database.Database, stamps: Stamps, deviceId: string, aheadMs: number): void {
  const wasAheadMs = stamps.aheadMs();
  if (Math.abs(aheadMs - wasAheadMs) > 1_000) stamps.setAhead(aheadMs);
  const limitMs = stamps.nowMs() + mostAheadMs;
  const newest = stamps.newest();
  if (newest !== null && parseHlc(newest).ms > limitMs) {
    restamp(db, stamps, deviceId, (stamp) => parseHlc(stamp).ms > limitMs, null);
  } else if (aheadMs - wasAheadMs > behindMs) {
    restamp(db, stamps, deviceId, () => true, newest);
  }
}

/** `floor`: new stamps come after it; null where the newest stamps themselves are the wrong ones, whether their rows are in line or not. */
function restamp(
  db: Database.Database,
  stamps: Stamps,
  deviceId: string,
  isWrong: (stamp: string) => boolean,
  floor: string | null,
): void {
  const lines = db.prepare('SELECT projectId, entity, rowId, since, latest FROM outbox').all() as Line[];
  const clocks = db
    .prepare('SELECT entity, rowId, base, fields, deleted FROM row_clocks')
    .all() as ClockText[];
  const own = `-${deviceId}`;
  const since = new Map(lines.map((line) => [`${line.entity} ${line.rowId}`, line.since]));
  const wrong = new Set<string>();
  let kept = floor ?? '';
  const sort = (stamp: string, waits: boolean): void => {
    if (waits && stamp.endsWith(own) && isWrong(stamp)) wrong.add(stamp);
    else if (stamp > kept) kept = stamp;
  };
  for (const clock of clocks) {
    const key = since.get(`${clock.entity} ${clock.rowId}`);
    const waits = key === undefined ? () => floor === null : waitsSince(key, deviceId);
    for (const stamp of stampsIn(clock)) sort(stamp, waits(stamp));
  }
  for (const { latest } of lines) sort(stampPart(latest), true);

  const renewed = new Map<string, string>();
  let last = kept === '' ? null : kept;
  for (const stamp of [...wrong].sort()) {
    last = nextHlc(last, stamps.nowMs(), deviceId);
    renewed.set(stamp, last);
  }
  rewrite(db, lines, clocks, renewed);
  stamps.resetTo(last);
}

function stampsIn({ base, fields, deleted }: ClockText): readonly string[] {
  const later = fields === null ? [] : Object.values(JSON.parse(fields) as Record<string, string>);
  return deleted === null ? [base, ...later] : [base, deleted, ...later];
}

const stampPart = (place: string): string => place.slice(0, place.indexOf('!'));

function rewrite(
  db: Database.Database,
  lines: readonly Line[],
  clocks: readonly ClockText[],
  renewed: ReadonlyMap<string, string>,
): void {
  const now = (stamp: string): string => renewed.get(stamp) ?? stamp;
  const nowPlace = (place: string): string => `${now(stampPart(place))}${place.slice(place.indexOf('!'))}`;
  const setClock = db.prepare(
    'UPDATE row_clocks SET base = ?, fields = ?, deleted = ? WHERE entity = ? AND rowId = ?',
  );
  for (const clock of clocks) {
    if (!stampsIn(clock).some((stamp) => renewed.has(stamp))) continue;
    const fields =
      clock.fields === null
        ? null
        : JSON.stringify(
            Object.fromEntries(
              Object.entries(JSON.parse(clock.fields) as Record<string, string>).map(([field, stamp]) => [
                field,
                now(stamp),
              ]),
            ),
          );
    const deleted = clock.deleted === null ? null : now(clock.deleted);
    setClock.run(now(clock.base), fields, deleted, clock.entity, clock.rowId);
  }
  const sent = db.prepare('SELECT projectId, sentUpTo FROM sync_places WHERE sentUpTo IS NOT NULL');
  const setSent = db.prepare('UPDATE sync_places SET sentUpTo = ? WHERE projectId = ?');
  for (const place of sent.all() as { readonly projectId: string; readonly sentUpTo: string }[]) {
    setSent.run(nowPlace(place.sentUpTo), place.projectId);
  }
  const setLine = db.prepare(
    'UPDATE outbox SET since = ?, latest = ? WHERE projectId = ? AND entity = ? AND rowId = ?',
  );
  for (const { projectId, entity, rowId, since, latest } of lines) {
    setLine.run(nowPlace(since), nowPlace(latest), projectId, entity, rowId);
  }
}
