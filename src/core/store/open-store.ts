import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { type Fault, FaultError, fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import { copyDatabase, forceFolderToDisk, forceToDisk } from './copy-database.ts';
import { createStore } from './create-store.ts';
import { findDamage } from './damage/find-damage.ts';
import { recover } from './damage/recover.ts';
import { fileNameTime, homeLayout, sidecars } from './home-layout.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import { nodeFault, openForReading, openWritable, sqliteFault, sqliteVersion } from './open-database.ts';
import { createSnapshots } from './snapshots.ts';
import type { Store, StoreNotice } from './store.ts';
import { storeFaultOf } from './store-faults.ts';
import { writeNewMeta } from './store-meta.ts';
import { acquireWriterLock } from './writer-lock.ts';

export interface OpenStoreOptions {
  /** The data folder; made when it is not there. See {@link defaultHome}. */
  readonly home: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Beside whoever writes, without a lock; nothing is made, migrated or repaired. */
  readonly readOnly?: boolean;
  /** Who this is, for the sentence that a second writer gets: "film", "the desktop studio". */
  readonly holder: { readonly what: string; readonly pid: number };
  /** For tests of the migrations themselves. */
  readonly migrations?: readonly Migration[];
}

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
  let db: Database.Database | null = null;
  try {
    const { crashed, mark, release } = lock.value;
    const knownSchema = (options.migrations ?? bundledMigrations).length;
    const recovery = recover({ home, nowMs: clock.nowMs(), knownSchema, crashed });
    const notices = [...recovery.notices];
    const { database } = homeLayout(home);
    if (!existsSync(database)) createDatabase(database, options);
    db = openWritable(database);
    prepare(db, options, notices);
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
    return ok(store);
  } catch (thrown) {
    db?.close();
    lock.value.release();
    throw thrown;
  }
}

/** Under another name until it is whole, so that a file under the database's own name always was a database. */
function createDatabase(path: string, { ids, migrations = bundledMigrations }: OpenStoreOptions): void {
  const partial = `${path}.partial`;
  for (const suffix of ['', ...sidecars]) rmSync(`${partial}${suffix}`, { force: true });
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
}

function prepare(db: Database.Database, options: OpenStoreOptions, notices: StoreNotice[]): void {
  const { home, clock, migrations = bundledMigrations } = options;
  refuse(sqliteFault(sqliteVersion(db)));
  const version = schemaVersion(db);
  refuse(newerSchemaFault(version, migrations.length, home));
  if (version === migrations.length) return;
  const backup = join(homeLayout(home).backups, `${fileNameTime(clock.nowMs())}-schema-${version}.db`);
  copyDatabase(db, backup);
  migrate(db, migrations);
  notices.push({
    code: 'store.migrated',
    message: `The database was brought up to date for this version. The one before is kept as ${backup}.`,
  });
}

function openReader(options: OpenStoreOptions): Result<Store> {
  const { home, clock, migrations = bundledMigrations } = options;
  const { database } = homeLayout(home);
  if (!existsSync(database)) {
    return fail(
      'store.not-found',
      `There is no Reelwright data in ${home}. Make a film first, or name another data folder with --home.`,
    );
  }
  const db = openForReading(database);
  try {
    refuse(sqliteFault(sqliteVersion(db)));
    const version = schemaVersion(db);
    refuse(newerSchemaFault(version, migrations.length, home));
    if (version < migrations.length) {
      refuse({
        code: 'store.older-schema',
        message: `The data in ${home} was written by an older version and must be brought up to date first. Nothing was changed. Run any command that writes, such as film, once.`,
      });
    }
    const damage = findDamage(db);
    if (damage !== null) {
      refuse({
        code: 'store.damaged',
        message: `The database in ${home} is damaged (${damage}). Nothing was changed. Run any command that writes, such as film: it opens the newest good copy and says what was lost.`,
      });
    }
    return ok(
      createStore({
        home,
        db,
        clock,
        readOnly: true,
        notices: [],
        snapshots: null,
        closing: () => {},
        release: () => {},
      }),
    );
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function newerSchemaFault(version: number, known: number, home: string): Fault | null {
  if (version <= known) return null;
  return fail(
    'store.newer-schema',
    `The data in ${home} was written by a newer version of Reelwright (schema ${version}, this one knows ${known}). Nothing was changed. Install the newer version, or choose another data folder with --home.`,
  ).fault;
}

function refuse(fault: Fault | null): void {
  if (fault !== null) throw new FaultError(fault);
}
