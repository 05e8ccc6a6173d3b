import type Database from 'better-sqlite3';
import { nextHlc, parseHlc } from '../../../domain/kernel/hlc.ts';
import type { Stamps } from '../stamps.ts';
import { waitsSince } from './waiting.ts';

/** The service takes stamps up to five minutes ahead of its clock; a little more, for the way there. */
const mostAheadMs = 330_000;
/** A clock that is behind by less gives its stamps as they are. */
const behindMs = 60_000;

/**
 * Follows the service's clock, which is `aheadMs` ahead of this computer's. What waits and was stamped by a wrong clock gets new
 * stamps in the same order: of the future, because nobody takes them; of long ago, because they would lose against what is older.
 * Inside a transaction.
 */
export function followClock(db: Database.Database, stamps: Stamps, deviceId: string, aheadMs: number): void {
  const wasAheadMs = stamps.aheadMs();
  if (Math.abs(aheadMs - wasAheadMs) > 1_000) stamps.setAhead(aheadMs);
  const limitMs = stamps.nowMs() + mostAheadMs;
  const newest = stamps.newest();
  if (newest !== null && parseHlc(newest).ms > limitMs) {
    restamp(db, stamps, deviceId, { isWrong: (stamp) => parseHlc(stamp).ms > limitMs, floor: null });
  } else if (aheadMs - wasAheadMs > behindMs) {
    restamp(db, stamps, deviceId, { isWrong: () => true, floor: newest });
  }
}

interface Wrong {
  readonly isWrong: (stamp: string) => boolean;
  /** New stamps come after it; null where the newest are the wrong ones themselves, whether their rows are in line or not. */
  readonly floor: string | null;
}

interface Line {
  readonly projectId: string;
  readonly entity: string;
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

function restamp(db: Database.Database, stamps: Stamps, deviceId: string, { isWrong, floor }: Wrong): void {
  const lines = db.prepare('SELECT projectId, entity, rowId, since, latest FROM outbox').all() as Line[];
  const clocks = db
    .prepare('SELECT entity, rowId, base, fields, deleted FROM row_clocks')
    .all() as ClockText[];
  const own = `-${deviceId}`;
  const sinceOf = new Map(lines.map((line) => [keyOf(line), line.since]));
  /** What another device has is never stamped anew; what is in no line and of the future, nobody has. */
  const waitsIn = (clock: ClockText): ((stamp: string) => boolean) => {
    const since = sinceOf.get(keyOf(clock));
    const waits = since === undefined ? () => floor === null : waitsSince(since, deviceId);
    const isWrongHere = (stamp: string): boolean => stamp.endsWith(own) && waits(stamp) && isWrong(stamp);
    const { base, deleted } = clock;
    // A newer base would bring back what another device deleted.
    const isKeptGone = deleted !== null && deleted > base && !isWrongHere(deleted);
    return isKeptGone ? (stamp) => stamp !== base && isWrongHere(stamp) : isWrongHere;
  };

  const wrong = new Set<string>();
  let last = floor ?? '';
  const see = (stamp: string, isWrongHere: boolean): void => {
    if (isWrongHere) wrong.add(stamp);
    else if (stamp > last) last = stamp;
  };
  for (const clock of clocks) {
    const isWrongHere = waitsIn(clock);
    for (const stamp of stampsIn(clock)) see(stamp, isWrongHere(stamp));
  }
  for (const { since, latest } of lines) {
    see(stampPart(latest), isWrong(latest));
    // Its register may be gone (written over, or deleted and brought back): what is stamped anew still comes after it, or it would not wait.
    if (!isWrong(since) && stampPart(since) > last) last = stampPart(since);
  }
  // What is acknowledged up to there is let go of: nothing that is stamped anew may stand before it.
  for (const { sentUpTo } of underWay(db)) {
    if (!isWrong(sentUpTo) && stampPart(sentUpTo) > last) last = stampPart(sentUpTo);
  }

  const renewed = new Map<string, string>();
  for (const stamp of [...wrong].sort()) {
    last = nextHlc(last === '' ? null : last, stamps.nowMs(), deviceId);
    renewed.set(stamp, last);
  }
  writeClocks(db, clocks, (clock) => {
    const isWrongHere = waitsIn(clock);
    return (stamp) => (isWrongHere(stamp) ? (renewed.get(stamp) ?? stamp) : stamp);
  });
  writeLines(db, lines, isWrong, renewed);
  stamps.resetTo(last === '' ? null : last);
}

/** The batches that are under way, and how far they go. */
function underWay(
  db: Database.Database,
): readonly { readonly projectId: string; readonly sentUpTo: string }[] {
  const places = db.prepare('SELECT projectId, sentUpTo FROM sync_places WHERE sentUpTo IS NOT NULL');
  return places.all() as { readonly projectId: string; readonly sentUpTo: string }[];
}

function stampsIn({ base, fields, deleted }: ClockText): readonly string[] {
  const later = fields === null ? [] : Object.values(JSON.parse(fields) as Record<string, string>);
  return deleted === null ? [base, ...later] : [base, deleted, ...later];
}

const keyOf = ({ entity, rowId }: Pick<Line, 'entity' | 'rowId'>): string => `${entity} ${rowId}`;
const stampPart = (place: string): string => place.slice(0, place.indexOf('!'));

function writeClocks(
  db: Database.Database,
  clocks: readonly ClockText[],
  renewal: (clock: ClockText) => (stamp: string) => string,
): void {
  const put = db.prepare(
    'UPDATE row_clocks SET base = ?, fields = ?, deleted = ? WHERE entity = ? AND rowId = ?',
  );
  for (const clock of clocks) {
    const now = renewal(clock);
    if (stampsIn(clock).every((stamp) => now(stamp) === stamp)) continue;
    const fields = clock.fields === null ? {} : (JSON.parse(clock.fields) as Record<string, string>);
    const later = Object.entries(fields).map(([field, stamp]) => [field, now(stamp)]);
    const named = later.length === 0 ? null : JSON.stringify(Object.fromEntries(later));
    const deleted = clock.deleted === null ? null : now(clock.deleted);
    put.run(now(clock.base), named, deleted, clock.entity, clock.rowId);
  }
}

function writeLines(
  db: Database.Database,
  lines: readonly Line[],
  isWrong: Wrong['isWrong'],
  renewed: ReadonlyMap<string, string>,
): void {
  const inOrder = [...renewed].sort(([a], [b]) => (a < b ? -1 : 1));
  const now = (place: string): string => {
    const stamp = stampPart(place);
    if (place.endsWith('~') || !isWrong(stamp)) return place;
    // A write that was written over since has its stamp nowhere else: the line begins with the next one.
    const next = renewed.get(stamp) ?? inOrder.find(([old]) => old >= stamp)?.[1] ?? stamp;
    return `${next}${place.slice(stamp.length)}`;
  };
  const put = db.prepare(
    'UPDATE outbox SET since = ?, latest = ?, sentWith = NULL WHERE projectId = ? AND entity = ? AND rowId = ?',
  );
  for (const { projectId, entity, rowId, since, latest } of lines) {
    put.run(now(since), now(latest), projectId, entity, rowId);
  }
  const putSent = db.prepare('UPDATE sync_places SET sentUpTo = ? WHERE projectId = ?');
  for (const place of underWay(db)) putSent.run(now(place.sentUpTo), place.projectId);
}
