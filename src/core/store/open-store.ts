import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { FaultError, ok, type Result } from '../../domain/kernel/result.ts';
import { copyDatabase, forceFolderToDisk, forceToDisk } from './copy-database.ts';
import { createStore, newDeviceNotice } from './create-store.ts';
import { recover } from './damage/recover.ts';
import { fileNameTime, homeLayout, sidecars } from './home-layout.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import { newerSchemaFault, nodeFault, openWritable, sqliteFault, sqliteVersion } from './open-database.ts';
import { openReader } from './open-reader.ts';
import type { OpenStoreOptions } from './open-store-options.ts';
import { mendSearch, searchedSince } from './search/mend-search.ts';
import { seatOf } from './seat.ts';
import { settleSeat } from './settle-seat.ts';
import { createSnapshots } from './snapshots.ts';
import type { Store, StoreNotice } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import { writeNewMeta } from './store-meta.ts';
import { acquireWriterLock, type WriterLock } from './writer-lock.ts';

/** Opens the one database of a data folder. Every way in which that can fail is a fault with a sentence. */
export function openStore(options: OpenStoreOptions): Result<Store> {
  const tooOld = nodeFault(process.versions.node);
  if (tooOld !== null) return { ok: false, fault: tooOld };
  try {
    return options.readOnly ? openReader(options) : openWriter(options);
  } catch (thrown) {
    return { ok: false, fault: storeFaultOf(thrown, options.home) };
  }
}

function openWriter(options: OpenStoreOptions): Result<Store> {
  const { home, clock, holder } = options;
  mkdirSync(home, { recursive: true });
  const lock = acquireWriterLock(home, { ...holder, sinceMs: clock.nowMs() });
  if (!lock.ok) return lock;
  try {
    return ok(openLocked(options, lock.value));
  } catch (thrown) {
    lock.value.release();
    throw thrown;
  }
}

/** Opening may meet damage that the quick look before it did not: every page is looked at then, once. */
function openLocked(options: OpenStoreOptions, lock: WriterLock): Store {
  try {
    return openExamined(options, lock);
  } catch (thrown) {
    const fault = storeFaultOf(thrown, options.home);
    if (fault.code !== 'store.damaged') throw thrown;
    writeFileSync(homeLayout(options.home).suspect, fault.message);
    return openExamined(options, lock);
  }
}

function openExamined(options: OpenStoreOptions, { crashed, mark, release }: WriterLock): Store {
  const { home, clock } = options;
  let db: Database.Database | null = null;
  try {
    const knownSchema = (options.migrations ?? bundledMigrations).length;
    const recovery = recover({ home, nowMs: clock.nowMs(), knownSchema, crashed });
    const notices = [...recovery.notices];
    const { database } = homeLayout(home);
    if (!existsSync(database)) createDatabase(database, options);
    db = openWritable(database);
    prepare(db, options, notices);
    if (schemaVersion(db) >= searchedSince) mendSearch(db);
    if (settleSeat(db, seatOf(home))) notices.push(newDeviceNotice);
    mark('open');
    const snapshots = createSnapshots({ home, db, clock, notices });
    const closing = (): void => {
      try {
        mark('closing');
      } catch {
        // The mark only spares the next start a needless sentence; a full disk must not keep the store from closing.
      }
    };
    const store = createStore({ home, db, clock, readOnly: false, notices, snapshots, closing, release });
    const notice = recovery.afterOpen?.(store, db) ?? null;
    if (notice !== null) notices.push(notice);
    rmSync(homeLayout(home).suspect, { force: true });
    return store;
  } catch (thrown) {
    db?.close();
    throw thrown;
  }
}

/** Under another name until it is whole, so that a file under the database's own name always was a database. */
function createDatabase(path: string, { ids, migrations = bundledMigrations }: OpenStoreOptions): void {
  const partial = `${path}.partial`;
  const clear = (): void => {
    for (const suffix of ['', ...sidecars]) rmSync(`${partial}${suffix}`, { force: true });
  };
  clear();
  try {
    const db = openWritable(partial);
    try {
      migrate(db, migrations);
      writeNewMeta(db, ids);
    } finally {
      db.close();
    }
    forceToDisk(partial);
    renameSync(partial, path);
    forceFolderToDisk(dirname(path));
  } catch (thrown) {
    clear();
    throw thrown;
  }
}

function prepare(db: Database.Database, options: OpenStoreOptions, notices: StoreNotice[]): void {
  const { home, clock, migrations = bundledMigrations } = options;
  const version = schemaVersion(db);
  const refusal = sqliteFault(sqliteVersion(db)) ?? newerSchemaFault(version, migrations.length, home);
  if (refusal !== null) throw new FaultError(refusal);
  if (version === migrations.length) return;
  const backup = join(homeLayout(home).backups, `${fileNameTime(clock.nowMs())}-schema-${version}.db`);
  copyDatabase(db, backup);
  try {
    migrate(db, migrations);
  } catch (thrown) {
    const fault = storeFaultOf(thrown, home);
    if (fault.code !== 'store.unexpected') throw thrown;
    throw new FaultError({
      ...fault,
      code: 'store.migration-failed',
      message: `The data in ${home} could not be brought up to date for this version. Nothing was changed, and a copy is kept as ${backup}. Use the version before, and report this.`,
    });
  }
  notices.push({
    code: 'store.migrated',
    message: `The database was brought up to date for this version. The one before is kept as ${backup}.`,
  });
}
