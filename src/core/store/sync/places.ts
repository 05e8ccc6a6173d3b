import type Database from 'better-sqlite3';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { SyncPlace } from '../synced-rows.ts';

/** How far each mirrored project is: the table `sync_places`. Writes only inside a transaction. */
export interface Places {
  active(): readonly SyncPlace[];
  isActive(projectId: ProjectId): boolean;
  /** From the beginning of the service's numbers. */
  start(projectId: ProjectId): void;
  stop(projectId: ProjectId): void;
  forget(projectId: ProjectId): void;
  saveCursor(projectId: ProjectId, cursor: number): void;
  saveSending(projectId: ProjectId, batch: number, upTo: string): void;
  saveApplied(projectId: ProjectId, batch: number): void;
}

interface PlaceColumns {
  readonly projectId: ProjectId;
  readonly cursor: number;
  readonly batch: number;
  readonly sentBatch: number | null;
  readonly sentUpTo: string | null;
  readonly schema: number;
}

export function createPlaces(db: Database.Database): Places {
  const schema = db.pragma('user_version', { simple: true }) as number;
  const all = db.prepare(
    'SELECT projectId, cursor, batch, sentBatch, sentUpTo, schema FROM sync_places WHERE active = 1 ORDER BY rowid',
  );
  const one = db.prepare('SELECT count(*) FROM sync_places WHERE active = 1 AND projectId = ?').pluck();
  const start = db.prepare(
    `INSERT OR REPLACE INTO sync_places (projectId, active, cursor, batch, schema) VALUES (?, 1, 0, 0, ?)`,
  );
  const stop = db.prepare(
    'UPDATE sync_places SET active = 0, sentBatch = NULL, sentUpTo = NULL WHERE projectId = ?',
  );
  const forget = ['sync_places', 'sync_assets', 'outbox'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE projectId = ?`),
  );
  const cursorTo = db.prepare('UPDATE sync_places SET cursor = ?, schema = ? WHERE projectId = ?');
  const sending = db.prepare('UPDATE sync_places SET sentBatch = ?, sentUpTo = ? WHERE projectId = ?');
  const applied = db.prepare(
    'UPDATE sync_places SET batch = ?, sentBatch = NULL, sentUpTo = NULL WHERE projectId = ?',
  );
  return {
    active: () =>
      (all.all() as PlaceColumns[]).map(({ projectId, cursor, batch, sentBatch, sentUpTo, ...place }) => ({
        projectId,
        // A newer version reads all again, for the fields that it did not know.
        cursor: place.schema === schema ? cursor : 0,
        batch,
        inFlight: sentBatch === null || sentUpTo === null ? null : { batch: sentBatch, upTo: sentUpTo },
      })),
    isActive: (projectId) => one.get(projectId) === 1,
    start: (projectId) => void start.run(projectId, schema),
    stop: (projectId) => void stop.run(projectId),
    forget: (projectId) => {
      for (const statement of forget) statement.run(projectId);
    },
    saveCursor: (projectId, cursor) => void cursorTo.run(cursor, schema, projectId),
    saveSending: (projectId, batch, upTo) => void sending.run(batch, upTo, projectId),
    saveApplied: (projectId, batch) => void applied.run(batch, projectId),
  };
}
