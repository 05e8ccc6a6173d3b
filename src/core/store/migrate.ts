import type Database from 'better-sqlite3';

/** One step of the schema's growth. Shipped ones never change. */
export interface Migration {
  readonly tag: string;
  /** Statements, parted by drizzle-kit's `--> statement-breakpoint`. */
  readonly sql: string;
}

/** "Reel" in ASCII: tells our databases from other programs'. */
export const applicationId = 0x5265656c;

/** How many migrations a database has had. 0 for a new one. */
export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to the newest schema: all steps in one transaction, or none. SQLite's `user_version` counts them
 * and is part of the transaction, so that a process killed at any moment leaves a whole number of migrations.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  db.transaction(() => {
    const from = schemaVersion(db);
    for (const { sql } of migrations.slice(from)) {
      for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement);
    }
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}
