import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { createStore } from './create-store.ts';
import { findDamage } from './damage/find-damage.ts';
import { homeLayout } from './home-layout.ts';
import { schemaVersion } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import { newerSchemaFault, openForReading, sqliteFault, sqliteVersion } from './open-database.ts';
import type { OpenStoreOptions } from './open-store-options.ts';
import type { Store } from './store.ts';

/** Opens for reading beside whoever writes: no lock, nothing made, migrated or repaired. */
export function openReader(options: OpenStoreOptions): Result<Store> {
  const { home, clock, migrations = bundledMigrations } = options;
  const { database } = homeLayout(home);
  if (!existsSync(database)) {
    return fail(
      'store.not-found',
      `There is no Reelwright data in ${home}. Make a film first, or name another data folder with --home.`,
    );
  }
  const { db, release } = openBeside(database);
  const unfit = unfitForReading(db, home, migrations.length);
  if (unfit !== null) {
    db.close();
    release();
    return { ok: false, fault: unfit };
  }
  const closing = (): void => {};
  return ok(createStore({ home, db, clock, readOnly: true, notices: [], snapshots: null, closing, release }));
}

function unfitForReading(db: Database.Database, home: string, knownSchema: number): Fault | null {
  const damage = findDamage(db);
  if (damage !== null) {
    return {
      code: 'store.damaged',
      message: `The database in ${home} is damaged (${damage}). Nothing was changed. Run any command that writes, such as film: it opens the newest good copy and says what was lost.`,
    };
  }
  const version = schemaVersion(db);
  const tooOldOrNew = sqliteFault(sqliteVersion(db)) ?? newerSchemaFault(version, knownSchema, home);
  if (tooOldOrNew !== null || version === knownSchema) return tooOldOrNew;
  return {
    code: 'store.older-schema',
    message: `The data in ${home} was written by an older version and must be brought up to date first. Nothing was changed. Run any command that writes, such as film, once.`,
  };
}

interface OpenReader {
  readonly db: Database.Database;
  readonly release: () => void;
}

/**
 * SQLite keeps an index of the log beside the database, even for readers. Where none is and none can be made (a
 * read-only disk, somebody else's folder), nobody writes either: then a temporary copy is read.
 */
function openBeside(database: string): OpenReader {
  try {
    return { db: openForReading(database), release: () => {} };
  } catch (thrown) {
    const code = thrown instanceof Database.SqliteError ? thrown.code : '';
    if (!code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_READONLY')) throw thrown;
  }
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-reading-'));
  const release = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(database));
    copyFileSync(database, copy);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`);
    return { db: openForReading(copy), release };
  } catch (thrown) {
    release();
    throw thrown;
  }
}
