import type Database from 'better-sqlite3';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { SyncPlace } from '../synced-rows.ts';

/** How far each mirrored project is: the table `sync_places`. Writes only inside a transaction. */
export interface Places {
  active(): readonly SyncPlace[];
  isActive(projectId: ProjectId): boolean;
  /** From the beginning of the service's numbers. Batches go on being counted, from `applied` where that is known. */
  start(projectId: ProjectId, applied?: number): void;
  stop(projectId: ProjectId): void;
  forget(projectId: ProjectId): void;
  saveCursor(projectId: ProjectId, cursor: number, pageFrom: number | null): void;
  saveSending(projectId: ProjectId, batch: number, upTo: string, ids: readonly string[]): void;
  saveApplied(projectId: ProjectId, batch: number): void;
}

interface PlaceColumns {
  readonly projectId: ProjectId;
  readonly cursor: number;
  readonly pageFrom: number | null;
  readonly batch: number;
  readonly sentBatch: number | null;
  readonly sentUpTo: string | null;
  readonly sentIds: string | null;
  readonly schema: number;
}

export function createPlaces(db: Database.Database): Places {
  const schema = db.pragma('user_version', { simple: true }) as number;
  const all = db.prepare(
    `SELECT projectId, cursor, pageFrom, batch, sentBatch, sentUpTo, sentIds, schema
     FROM sync_places WHERE active = 1 ORDER BY rowid`,
  );
  const one = db.prepare('SELECT count(*) FROM sync_places WHERE active = 1 AND projectId = ?').pluck();
  const start = db.prepare(
    `INSERT INTO sync_places (projectId, active, cursor, batch, schema)
     VALUES (@projectId, 1, 0, coalesce(@applied, 0), @schema)
     ON CONFLICT DO UPDATE SET active = 1, cursor = 0, pageFrom = NULL, batch = coalesce(@applied, batch),
       sentBatch = iif(@applied IS NULL, sentBatch, NULL), sentUpTo = iif(@applied IS NULL, sentUpTo, NULL),
       sentIds = iif(@applied IS NULL, sentIds, NULL), schema = excluded.schema`,
  );
  const stop = db.prepare('UPDATE sync_places SET active = 0 WHERE projectId = ?');
  const rememberCount = db.prepare(
    `INSERT OR REPLACE INTO meta (key, value)
     SELECT 'batches:' || projectId, json_array(batch, sentBatch, sentUpTo, sentIds) FROM sync_places WHERE projectId = ?`,
  );
  const bringBackCount = db.prepare(
    `INSERT OR IGNORE INTO sync_places (projectId, active, cursor, batch, sentBatch, sentUpTo, sentIds, schema)
     SELECT @projectId, 1, 0, value ->> 0, value ->> 1, value ->> 2, value ->> 3, @schema FROM meta WHERE key = 'batches:' || @projectId`,
  );
  const forget = ['sync_places', 'sync_assets', 'outbox'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE projectId = ?`),
  );
  const cursorTo = db.prepare(
    'UPDATE sync_places SET cursor = ?, pageFrom = ?, schema = ? WHERE projectId = ?',
  );
  const sending = db.prepare(
    'UPDATE sync_places SET sentBatch = ?, sentUpTo = ?, sentIds = ? WHERE projectId = ?',
  );
  const applied = db.prepare(
    'UPDATE sync_places SET batch = ?, sentBatch = NULL, sentUpTo = NULL WHERE projectId = ?',
  );
  return {
    active: () =>
      (all.all() as PlaceColumns[]).map((place) => ({
        projectId: place.projectId,
        // A newer version reads all again, for the fields that it did not know.
        cursor: place.schema === schema ? place.cursor : 0,
        pageFrom: place.schema === schema ? place.pageFrom : null,
        batch: place.batch,
        inFlight: inFlightOf(place),
        ids: place.sentIds === null ? [] : (JSON.parse(place.sentIds) as readonly string[]),
      })),
    isActive: (projectId) => one.get(projectId) === 1,
    start(projectId, applied) {
      bringBackCount.run({ projectId, schema });
      start.run({ projectId, applied: applied ?? null, schema });
    },
    stop: (projectId) => void stop.run(projectId),
    forget: (projectId) => {
      rememberCount.run(projectId);
      for (const statement of forget) statement.run(projectId);
    },
    saveCursor: (projectId, cursor, pageFrom) => void cursorTo.run(cursor, pageFrom, schema, projectId),
    saveSending: (projectId, batch, upTo, ids) =>
      void sending.run(batch, upTo, JSON.stringify(ids), projectId),
    saveApplied: (projectId, batch) => void applied.run(batch, projectId),
  };
}

function inFlightOf({ sentBatch, sentUpTo }: PlaceColumns): SyncPlace['inFlight'] {
  if (sentBatch === null || sentUpTo === null) return null;
  return { batch: sentBatch, upTo: sentUpTo };
}
