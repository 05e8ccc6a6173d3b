import type Database from 'better-sqlite3';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { IdSource } from '../ports/id-source.ts';

/** What a database knows about itself. */
export interface StoreMeta {
  readonly databaseId: string;
  /** Part of every stamp, so it is short: 16 hex digits. */
  readonly deviceId: string;
  readonly lastStamp: Hlc | null;
}

export function readMeta(db: Database.Database): StoreMeta {
  const found = db.prepare('SELECT key, value FROM meta').raw().all() as [string, string][];
  const values = new Map(found);
  return {
    databaseId: values.get('databaseId') ?? '',
    deviceId: values.get('deviceId') ?? '',
    lastStamp: values.get('lastStamp') || null,
  };
}

export function writeNewMeta(db: Database.Database, ids: IdSource): void {
  const hex = ids.newId().replaceAll(/[^0-9a-z]/gi, '');
  const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  insert.run('databaseId', hex);
  // The end of an id is its random part.
  insert.run('deviceId', hex.slice(-16));
  insert.run('lastStamp', '');
}
