import type Database from 'better-sqlite3';
import type { Hlc } from '../../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { type EntityName, entityNames, type RecordsPatch } from '../../../domain/kernel/patch.ts';
import { ok, type Result, unwrap } from '../../../domain/kernel/result.ts';
import type { Met } from '../../../domain/sync/row-registers.ts';
import { travels } from '../../../domain/sync/synced-fields.ts';
import type { MergedChange, WritePath } from '../commit.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import type { Ledger } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';
import { entityCodecs } from '../schema/entity-codec.ts';
import type { Stamps } from '../stamps.ts';
import type { CommitOptions } from '../store.ts';
import { storeFaultOf } from '../store-faults.ts';
import type { SyncedRows } from '../synced-rows.ts';
import type { Transactions } from '../transactions.ts';
import { becomeNewDevice } from './become-new-device.ts';
import { followClock } from './follow-clock.ts';
import { mergePage } from './merge-page.ts';
import { notShown } from './not-shown.ts';
import { joinedMarks, newConflicts } from './note-met.ts';
import { assetsNamed, type Outbox } from './outbox.ts';
import { createPlaces } from './places.ts';
import { createOutgoing } from './read-outgoing.ts';
import { createSetAside } from './set-aside.ts';
import { waitsSince } from './waiting.ts';

export interface SyncedRowsParts {
  readonly db: Database.Database;
  readonly home: string;
  readonly identity: DeviceIdentity;
  readonly rows: RowStatements;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly stamps: Stamps;
  readonly writePath: WritePath;
  readonly transactions: Transactions;
  /** A project was deleted elsewhere: nothing of its text stays here. */
  readonly forgetProject: (projectId: ProjectId) => void;
  /** This data folder is a copy, and has become a device of its own. */
  readonly onNewDevice: () => void;
}

export function createSyncedRows(parts: SyncedRowsParts): SyncedRows {
  const { db, home, identity, rows, ledger, outbox, stamps, writePath, transactions } = parts;
  const places = createPlaces(db);
  const setAside = createSetAside(db);
  const outgoing = createOutgoing(db, rows, ledger, identity);
  const count = db.prepare('SELECT count(*) FROM outbox WHERE projectId = ?').pluck();
  const sinceOf = db
    .prepare('SELECT since FROM outbox WHERE projectId = ? AND entity = ? AND rowId = ?')
    .pluck();
  const sent = db.prepare('DELETE FROM outbox WHERE projectId = ? AND latest <= ?');
  const leaves = db.prepare(
    'UPDATE outbox SET sentAt = latest, sentWith = @upTo WHERE projectId = @projectId AND latest <= @upTo',
  );
  // A batch that was not applied may have ended at the same place with other rows.
  const stays = db.prepare(
    'UPDATE outbox SET sentWith = NULL WHERE projectId = @projectId AND latest > @upTo AND sentWith = @upTo',
  );
  // Written again while it was under way: what came since then waits.
  const sentInPart = db.prepare(
    "UPDATE outbox SET since = sentAt || '~', sentWith = NULL WHERE projectId = ? AND sentWith = ?",
  );

  const waitsIn =
    (projectId: ProjectId) =>
    (entity: EntityName, id: string): ((stamp: string) => boolean) => {
      // Asked for few rows of a page: only where two values differ.
      let waits: ((stamp: string) => boolean) | null = null;
      return (stamp) => {
        if (!stamp.endsWith(`-${identity.deviceId}`)) return false;
        if (waits === null) {
          const since = sinceOf.get(projectId, entity, id) as string | undefined;
          waits = since === undefined ? () => false : waitsSince(since, identity.deviceId);
        }
        return waits(stamp);
      };
    };

  /** What met leaves behind: conflicts, told with what was merged, and joined sets of marks, told as a write of their own. */
  const leave = (
    projectId: ProjectId,
    merged: readonly MergedChange[],
    met: readonly Met[],
    options: CommitOptions,
  ): RecordsPatch => {
    const conflicts = newConflicts(projectId, met, ledger);
    const noted = conflicts.map((change) => ({ change, before: null }));
    const patch = writePath.merge([...merged, ...noted], options);
    if (conflicts.length > 0) {
      const stamp = stamps.next();
      stamps.use(stamp);
      for (const change of conflicts) {
        if (change.kind === 'add') outbox.queueWhole(projectId, 'conflict', change.row.id, stamp);
      }
    }
    const marks = joinedMarks(met, rows);
    if (marks.length === 0) return patch;
    const joined = unwrap(writePath.commit({ changes: marks }, options));
    return { changes: [...patch.changes, ...joined.patch.changes] };
  };

  const attempt = (work: () => RecordsPatch): Result<RecordsPatch> => {
    try {
      return ok(transactions.run(work));
    } catch (thrown) {
      return { ok: false, fault: badRowOf(storeFaultOf(thrown, home)) };
    }
  };

  /** All that there is of a project, deletions too: whoever is asked may know nothing of it, or only what was long ago. */
  const queueAll = (projectId: ProjectId): void => {
    outbox.untellAssets(projectId);
    const nextStamp = (): Hlc => {
      const stamp = stamps.next();
      stamps.use(stamp);
      return stamp;
    };
    for (const entity of entityNames.filter((entity) => entity !== 'asset' && travels(entity))) {
      const { table, decode, columns } = entityCodecs[entity];
      const own = columns.includes('projectId') ? 'projectId' : 'id';
      for (const found of db.prepare(`SELECT * FROM ${table} WHERE "${own}" = ?`).all(projectId)) {
        const row = decode(found);
        for (const assetId of assetsNamed(row)) outbox.queueAsset(projectId, assetId, nextStamp());
        outbox.queueWhole(projectId, entity, row.id, nextStamp());
      }
    }
    for (const { entity, id } of ledger.removedOf(projectId)) {
      outbox.queueWhole(projectId, entity, id, nextStamp());
    }
  };

  return {
    places: places.active,
    begin: (projectId, from, applied) =>
      transactions.run(() => {
        places.start(projectId, applied);
        setAside.forget(projectId);
        outbox.refresh();
        if (from === 'here') queueAll(projectId);
      }),
    end: (projectId) => transactions.run(() => places.stop(projectId)),
    forget: (projectId) =>
      transactions.run(() => {
        places.forget(projectId);
        setAside.forget(projectId);
        outbox.refresh();
      }),
    outgoing,
    setAside: (projectId) => notShown(setAside.of(projectId), rows, ledger),
    waiting: (projectId) => count.get(projectId) as number,
    sending: (projectId, batch, upTo, ids = []) =>
      transactions.run(() => {
        places.saveSending(projectId, batch, upTo, ids);
        stays.run({ projectId, upTo });
        leaves.run({ projectId, upTo });
      }),
    acknowledge: (projectId, batch, upTo, met, cursor) =>
      attempt(() => {
        sent.run(projectId, upTo);
        sentInPart.run(projectId, upTo);
        places.saveApplied(projectId, batch);
        if (cursor !== undefined) places.saveCursor(projectId, cursor, null);
        for (const { winnerStamp } of met) stamps.saw(winnerStamp);
        const patch = leave(projectId, [], met, { projectId, label: 'Sync', undoable: false });
        const gone =
          rows.select('project', projectId) === null && ledger.clockOf('project', projectId) !== null;
        if (gone && count.get(projectId) === 0) {
          places.forget(projectId);
          outbox.refresh();
        }
        return patch;
      }),
    merge: (projectId, page, cursor, pageFrom) =>
      attempt(() => {
        const merged = mergePage({ rows, ledger, setAside, waitsIn: waitsIn(projectId) }, projectId, page);
        if (merged.newest !== '') stamps.saw(merged.newest);
        for (const { e, id } of page) if (e === 'asset') outbox.noteAsset(projectId, id);
        const patch = leave(projectId, merged.changes, merged.met, {
          projectId,
          label: 'Sync',
          undoable: false,
        });
        places.saveCursor(projectId, cursor, pageFrom ?? null);
        const projectGone = patch.changes.some(
          ({ kind, entity }) => kind === 'remove' && entity === 'project',
        );
        if (projectGone) parts.forgetProject(projectId);
        return patch;
      }),
    followClock: (aheadMs) => transactions.run(() => followClock(db, stamps, identity.deviceId, aheadMs)),
    becomeNewDevice() {
      transactions.run(() => becomeNewDevice(db, identity.deviceId));
      identity.readAgain();
      parts.onNewDevice();
    },
  };
}

function badRowOf(fault: ReturnType<typeof storeFaultOf>): ReturnType<typeof storeFaultOf> {
  if (fault.code !== 'store.bad-row') return fault;
  const { entity, id } = fault.detail ?? {};

  return {
    ...fault,
    code: 'sync.bad-row',
    message: `What came from the other devices was not merged: the ${String(entity)} "${String(id)}" is not valid in this version. Everything here is as it was. Update the studio, or report this.`,
  };
}
