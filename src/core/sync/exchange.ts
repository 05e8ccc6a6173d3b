import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { mostTries } from '../../domain/sync/sync-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncService } from '../ports/sync-service.ts';
import type { SyncedRows, SyncPlace } from '../store/synced-rows.ts';
import { mergeInParts } from './merge-in-parts.ts';
import type { ServiceClock } from './service-clock.ts';

export interface ExchangeParts {
  readonly rows: SyncedRows;
  readonly service: SyncService;
  readonly clock: Clock;
  readonly serviceClock: ServiceClock;
  /** Read anew for each batch: a data folder that is found to be a copy takes another one. */
  readonly deviceId: () => string;
  /** What the person calls this device. */
  readonly deviceName: () => string;
  /** Number of the database's schema. */
  readonly schema: number;
  /** Told what is done now, for the status. */
  readonly onPhase: (phase: 'sending' | 'receiving') => void;
  readonly onMoved: (what: 'sent' | 'received') => void;
  /** Names a batch: unlike every name before it, on this and every other computer. */
  readonly newBatchId: () => string;
  readonly signal: AbortSignal;
}

export interface ExchangeWish {
  /** Ask what is new before anything is sent; without it only what was written here is sent, and what that shows is new is asked for. */
  readonly pull: boolean;
  readonly maySend: boolean;
}

/** Rows of a page and of a batch. */
const rowsAtOnce = 2_000;
/** How often a batch may be refused for its stamps before somebody is told: the clock was followed and set again meanwhile. */
const mostClockTries = 3;

/**
 * Receives until the service has nothing new, and sends until nothing waits here. Protocol: docs/sync.md. Ends early, with the
 * fault, at whatever keeps it from that; what was merged and acknowledged until then stays. May be ended at any point by the end
 * of the process: the next one goes on with the same batch number.
 */
export async function exchange(
  parts: ExchangeParts,
  projectId: ProjectId,
  wish: ExchangeWish,
): Promise<Result<void>> {
  let pulling = wish.pull;
  let limit = rowsAtOnce;
  let clockTries = 0;
  while (!parts.signal.aborted) {
    const place = placeOf(parts.rows, projectId);
    if (place === null) return ok(undefined); // Switched off meanwhile.
    if (pulling || place.pageFrom !== null) {
      const pulled = await pullPage(parts, place);
      if (!pulled.ok) return pulled;
      pulling = pulled.value.more;
      continue;
    }
    if (!wish.maySend) return ok(undefined);
    const pushed = await pushBatch(parts, place, limit);
    if (pushed.ok) {
      if (pushed.value.kind === 'nothing') return ok(undefined);
      pulling = pushed.value.isBehind;
      continue;
    }
    switch (pushed.fault.code) {
      case 'sync.clock-ahead':
        clockTries += 1;
        if (clockTries > mostClockTries) return pushed;
        parts.serviceClock.doubt();
        pulling = true;
        break;
      case 'sync.batch-gap':
        beginAgain(parts.rows, projectId, appliedOf(pushed.fault));
        pulling = true;
        break;
      case 'sync.batch-taken':
        parts.rows.becomeNewDevice();
        pulling = true;
        break;
      case 'sync.too-large':
        if (pushed.rows <= 1) return pushed;
        limit = Math.floor(pushed.rows / 2);
        break;
      default:
        return pushed;
    }
  }
  return ok(undefined);
}

async function pullPage(parts: ExchangeParts, place: SyncPlace): Promise<Result<{ readonly more: boolean }>> {
  const { rows, service, serviceClock, signal } = parts;
  parts.onPhase('receiving');
  const asked = serviceClock.begin();
  const from = place.pageFrom ?? place.cursor;
  const asking = { after: place.cursor, from, limit: rowsAtOnce, device: parts.deviceId() };
  const page = await service.pull(place.projectId, asking, signal);
  if (!page.ok) return page;
  const { cursor, head, nowMs, lastBatch = null } = page.value;
  // Switched off, or begun again, while the answer was on its way: it belongs to nothing any more.
  const now = placeOf(rows, place.projectId);
  if (now === null) return ok({ more: false });
  if (now.cursor !== place.cursor || now.pageFrom !== place.pageFrom) return ok({ more: true });
  asked.answered(nowMs);
  // Before anything of the other copy is merged: what waits here must not be taken for what that one wrote later.
  if (lastBatch !== null && !isOwnBatch(place, lastBatch)) rows.becomeNewDevice();
  const known = page.value.lastBatch === undefined ? null : (lastBatch?.batch ?? 0);
  if (head < place.cursor || (known !== null && known < place.batch)) {
    beginAgain(rows, place.projectId, known ?? undefined);
    return ok({ more: true });
  }
  const more = cursor < head;
  if (cursor <= from && more) return noSense();
  if (page.value.rows.length > 0 || cursor > place.cursor || place.pageFrom !== null) {
    // Only at its end everything up to the cursor is here: a row of an early page may have come again on a later one.
    const end = more
      ? { cursor: place.cursor, pageFrom: cursor }
      : { cursor: Math.max(cursor, place.cursor) };
    const merged = await mergeInParts(rows, place, page.value.rows, end);
    if (!merged.ok) return merged;
    if (merged.value.changed) parts.onMoved('received');
    if (merged.value.stale) return ok({ more: true });
  }
  return ok({ more });
}

type Pushed =
  | { readonly ok: true; readonly value: { readonly kind: 'nothing' } }
  | {
      readonly ok: true;
      readonly value: {
        readonly kind: 'applied';
        /** Whether others have written something that is not here yet. */
        readonly isBehind: boolean;
      };
    }
  | { readonly ok: false; readonly fault: Fault; readonly rows: number };

async function pushBatch(parts: ExchangeParts, place: SyncPlace, limit: number): Promise<Pushed> {
  const { rows, service, serviceClock, signal } = parts;
  const { projectId } = place;
  const out = rows.outgoing(projectId, limit);
  if (out === null) return ok({ kind: 'nothing' });
  parts.onPhase('sending');
  // The number of a batch whose answer was lost: if it was applied, its old answer comes; if not, this one is applied.
  const batch = place.inFlight?.batch ?? place.batch + 1;
  const ids = triesOf(place, out.upTo, parts.newBatchId);
  rows.sending(projectId, batch, out.upTo, ids);
  const asked = serviceClock.begin();
  const request = {
    device: parts.deviceId(),
    deviceName: parts.deviceName(),
    schema: parts.schema,
    batch,
    batchId: ids.at(-1),
    earlierIds: ids.slice(0, -1),
    upTo: out.upTo,
    cursor: place.cursor,
  };
  const answer = await service.push(projectId, { ...request, rows: [...out.rows] }, signal);
  if (!answer.ok) return { ...answer, rows: out.rows.length };
  if (placeOf(rows, projectId) === null) return ok({ kind: 'nothing' });
  const { applied, upTo, before, head, beaten, overwrote, nowMs } = answer.value;
  if (applied < batch) return { ...noSense(), rows: out.rows.length };
  // What others wrote before it is here; then all that came to be up to its head is what it brought, and need not be asked for.
  const cursor = before === place.cursor ? head : undefined;
  const acknowledged = rows.acknowledge(projectId, applied, upTo, [...beaten, ...overwrote], cursor);
  if (!acknowledged.ok) return { ...acknowledged, rows: out.rows.length };
  asked.answered(nowMs);
  parts.onMoved('sent');
  return ok({ kind: 'applied', isBehind: (cursor ?? place.cursor) < head });
}

/**
 * What the tries of the next batch were called, this one last. A try that holds what the last one held has its name. So whoever holds
 * another batch of the same number (a copy of this data folder) is told apart from an answer that was lost.
 */
function triesOf({ inFlight, ids }: SyncPlace, upTo: string, newBatchId: () => string): readonly string[] {
  const earlier = inFlight === null ? [] : ids;
  if (inFlight?.upTo === upTo && earlier.length > 0) return earlier;
  // The first try is the one that most likely got through: those that follow it failed because there was no line.
  const kept = earlier.length < mostTries ? earlier : [earlier[0] ?? '', ...earlier.slice(2 - mostTries)];
  return [...kept, newBatchId()];
}

/** The service has lost what it had (its database was put back from a copy): everything is compared anew, and sent where it is missing there. */
function beginAgain(rows: SyncedRows, projectId: ProjectId, applied?: number): void {
  rows.end(projectId);
  rows.begin(projectId, 'here', applied);
}

/**
 * Whether this data folder sent the newest batch that the service has of its device; else another copy of it did. Fewer than it has
 * sent are a service that was put back from a copy.
 */
function isOwnBatch(
  { batch, inFlight, ids }: SyncPlace,
  last: { readonly batch: number; readonly id: string | null },
): boolean {
  if (last.batch < batch || last.id === null) return true;
  if (last.batch === batch) return inFlight !== null || ids.length === 0 || ids.includes(last.id);
  return last.batch === inFlight?.batch && (ids.length === 0 || ids.includes(last.id));
}

function appliedOf({ detail }: Fault): number | undefined {
  const applied = detail?.['applied'];
  return typeof applied === 'number' ? applied : undefined;
}

function placeOf(rows: SyncedRows, projectId: ProjectId): SyncPlace | null {
  return rows.places().find((place) => place.projectId === projectId) ?? null;
}

function noSense() {
  return fail(
    'sync.broken',
    'The sync service gave an answer that contradicts an earlier one. Everything is saved on this computer, and it is tried again.',
  );
}
