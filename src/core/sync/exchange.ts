import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { deviceOf, type RowRegisters } from '../../domain/sync/row-registers.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncService } from '../ports/sync-service.ts';
import type { SyncedRows, SyncPlace } from '../store/synced-rows.ts';
import type { ServiceClock } from './service-clock.ts';

export interface ExchangeParts {
  readonly rows: SyncedRows;
  readonly service: SyncService;
  readonly clock: Clock;
  readonly serviceClock: ServiceClock;
  readonly deviceId: string;
  /** Number of the database's schema. */
  readonly schema: number;
  /** Told what is done now, for the status. */
  readonly onPhase: (phase: 'sending' | 'receiving') => void;
  readonly onMoved: (what: 'sent' | 'received') => void;
  /** Told which devices wrote what came. */
  readonly onDevices?: (devices: ReadonlySet<string>) => void;
  readonly signal: AbortSignal;
}

export interface ExchangeWish {
  /** Ask what is new before anything is sent; without it only what was written here is sent, and what that shows is new is asked for. */
  readonly pull: boolean;
  readonly maySend: boolean;
}

/** Rows of a page and of a batch: what one transaction merges without being felt. */
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
    if (pulling) {
      const pulled = await pullPage(parts, place);
      if (!pulled.ok) return pulled;
      pulling = pulled.value.more;
      continue;
    }
    if (!wish.maySend) return ok(undefined);
    const pushed = await pushBatch(parts, place, limit);
    if (pushed.ok) {
      if (pushed.value.kind === 'nothing') return ok(undefined);
      pulling = pushed.value.head !== place.cursor;
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
        beginAgain(parts.rows, projectId);
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
  const page = await service.pull(place.projectId, place.cursor, rowsAtOnce, signal);
  if (!page.ok) return page;
  const { cursor, head, nowMs } = page.value;
  // Switched off, or begun again, while the answer was on its way: it belongs to nothing any more.
  const now = placeOf(rows, place.projectId);
  if (now === null) return ok({ more: false });
  if (now.cursor !== place.cursor) return ok({ more: true });
  asked.answered(nowMs);
  if (head < place.cursor) {
    beginAgain(rows, place.projectId);
    return ok({ more: true });
  }
  if (cursor <= place.cursor && head > place.cursor && page.value.rows.length === 0) return noSense();
  if (page.value.rows.length > 0 || cursor > place.cursor) {
    const merged = rows.merge(place.projectId, page.value.rows, Math.max(cursor, place.cursor));
    if (!merged.ok) return merged;
    if (merged.value.changes.length > 0) parts.onMoved('received');
    parts.onDevices?.(devicesOf(page.value.rows));
  }
  return ok({ more: cursor < head });
}

function devicesOf(rows: readonly RowRegisters[]): ReadonlySet<string> {
  const devices = new Set<string>();
  for (const row of rows) {
    devices.add(deviceOf(row.b));
    for (const stamp of Object.values(row.s ?? {})) devices.add(deviceOf(stamp));
  }
  return devices;
}

type Pushed =
  | { readonly ok: true; readonly value: { readonly kind: 'nothing' } }
  | { readonly ok: true; readonly value: { readonly kind: 'applied'; readonly head: number } }
  | { readonly ok: false; readonly fault: Fault; readonly rows: number };

async function pushBatch(parts: ExchangeParts, place: SyncPlace, limit: number): Promise<Pushed> {
  const { rows, service, serviceClock, signal } = parts;
  const { projectId } = place;
  const out = rows.outgoing(projectId, limit);
  if (out === null) return ok({ kind: 'nothing' });
  parts.onPhase('sending');
  // The number of a batch whose answer was lost: if it was applied, its old answer comes; if not, this one is applied.
  const batch = place.inFlight?.batch ?? place.batch + 1;
  rows.sending(projectId, batch, out.upTo);
  const asked = serviceClock.begin();
  const request = {
    device: parts.deviceId,
    schema: parts.schema,
    batch,
    upTo: out.upTo,
    cursor: place.cursor,
  };
  const answer = await service.push(projectId, { ...request, rows: [...out.rows] }, signal);
  if (!answer.ok) return { ...answer, rows: out.rows.length };
  if (placeOf(rows, projectId) === null) return ok({ kind: 'nothing' });
  const { applied, upTo, head, beaten, overwrote, nowMs } = answer.value;
  if (applied < batch) return { ...noSense(), rows: out.rows.length };
  const acknowledged = rows.acknowledge(projectId, applied, upTo, [...beaten, ...overwrote]);
  if (!acknowledged.ok) return { ...acknowledged, rows: out.rows.length };
  asked.answered(nowMs);
  parts.onMoved('sent');
  return ok({ kind: 'applied', head });
}

/** The service has lost what it had (its database was put back from a copy): everything is compared anew, and sent where it is missing there. */
function beginAgain(rows: SyncedRows, projectId: ProjectId): void {
  rows.end(projectId);
  rows.begin(projectId, 'here');
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
