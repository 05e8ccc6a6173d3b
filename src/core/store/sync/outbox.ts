import type Database from 'better-sqlite3';
import type { Hlc } from '../../../domain/kernel/hlc.ts';
import type { EntityName, JsonValue, Row } from '../../../domain/kernel/patch.ts';
import { travels } from '../../../domain/sync/synced-fields.ts';
import { allOf, placeInLine } from './waiting.ts';

/** What of mirrored projects was written here and not sent. Told of every write, inside its transaction. */
export interface Outbox {
  /** `values` are what was written of `row`; none where it was removed. */
  rowWritten(entity: EntityName, row: Row, values: Readonly<Record<string, JsonValue>>, stamp: Hlc): void;
  assetRemoved(assetId: string): void;
  /** Whether writes of this row are noted: its project is mirrored, or was. */
  follows(entity: EntityName, row: Row): boolean;
  /** Puts a whole row into the line of a project. */
  queueWhole(projectId: string, entity: EntityName, id: string, stamp: Hlc): void;
  /** Puts a file that the project names, and its proxies, into the project's line, where they were not before. */
  queueAsset(projectId: string, assetId: string, stamp: Hlc): void;
  /** As if the project had told of no file yet: each is told again where a row names it. */
  untellAssets(projectId: string): void;
  /** The project has told of this file, or heard of it; false where it had before. */
  noteAsset(projectId: string, assetId: string): boolean;
  /** Reads anew which projects are followed. */
  refresh(): void;
}

const assetFields = ['assetId', 'sourceAssetId', 'referenceAssetIds'];

/** The files that these values of a row name. */
export function assetsNamed(values: Readonly<Record<string, JsonValue | undefined>>): readonly string[] {
  return assetFields.flatMap((field) => {
    const value = values[field];
    const named = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
    return named.filter((id): id is string => typeof id === 'string');
  });
}

/** The project that a row belongs to; null for a file. */
export function projectOf(entity: EntityName, row: Row): string | null {
  if (entity === 'project') return row.id;
  const projectId = row['projectId'];
  return typeof projectId === 'string' ? projectId : null;
}

export function createOutbox(db: Database.Database): Outbox {
  const followed = db.prepare('SELECT projectId FROM sync_places').pluck();
  const queue = db.prepare(
    `INSERT INTO outbox (projectId, entity, rowId, since, latest) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET latest = excluded.latest`,
  );
  // A row that waits in part waits whole from now on, also where a part of it is on its way.
  const queueAll = db.prepare(
    `INSERT INTO outbox (projectId, entity, rowId, since, latest) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET since = excluded.since, latest = excluded.latest, sentAt = NULL, sentWith = NULL`,
  );
  const note = db.prepare('INSERT OR IGNORE INTO sync_assets (projectId, assetId) VALUES (?, ?)');
  const untell = db.prepare('DELETE FROM sync_assets WHERE projectId = ?');
  const tellers = db.prepare('SELECT projectId FROM sync_assets WHERE assetId = ?').pluck();
  const forget = db.prepare('DELETE FROM sync_assets WHERE assetId = ?');
  const proxiesOf = db.prepare('SELECT id FROM assets WHERE proxyOf = ?').pluck();
  let projects: ReadonlySet<string> = new Set();
  let lastStamp = '';
  let number = 0;

  const refresh = (): void => {
    projects = new Set(followed.all() as string[]);
  };
  refresh();

  const placeOf = (stamp: Hlc): string => {
    number = stamp === lastStamp ? number + 1 : 0;
    lastStamp = stamp;
    return placeInLine(stamp, number);
  };
  const queueWhole = (projectId: string, entity: EntityName, id: string, stamp: Hlc): void => {
    const place = placeOf(stamp);
    queueAll.run(projectId, entity, id, allOf(place), place);
  };
  const noteAsset = (projectId: string, assetId: string): boolean =>
    note.run(projectId, assetId).changes === 1;
  const queueAsset = (projectId: string, assetId: string, stamp: Hlc): void => {
    if (!noteAsset(projectId, assetId)) return;
    queueWhole(projectId, 'asset', assetId, stamp);
    for (const proxyId of proxiesOf.all(assetId) as string[]) queueAsset(projectId, proxyId, stamp);
  };
  const assetWritten = (row: Row, stamp: Hlc): void => {
    for (const projectId of tellers.all(row.id) as string[]) {
      const place = placeOf(stamp);
      queue.run(projectId, 'asset', row.id, place, place);
    }
    for (const projectId of tellers.all(row['proxyOf']) as string[]) queueAsset(projectId, row.id, stamp);
  };

  return {
    rowWritten(entity, row, values, stamp) {
      if (projects.size === 0 || !travels(entity)) return;
      if (entity === 'asset') return assetWritten(row, stamp);
      const projectId = projectOf(entity, row);
      if (projectId === null || !projects.has(projectId)) return;
      for (const assetId of assetsNamed(values)) queueAsset(projectId, assetId, stamp);
      const place = placeOf(stamp);
      queue.run(projectId, entity, row.id, place, place);
    },
    assetRemoved(assetId) {
      forget.run(assetId);
    },
    follows(entity, row) {
      const projectId = projectOf(entity, row);
      return projectId !== null && projects.has(projectId) && travels(entity);
    },
    queueWhole,
    untellAssets: (projectId) => void untell.run(projectId),
    queueAsset,
    noteAsset,
    refresh,
  };
}
