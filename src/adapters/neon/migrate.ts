import type { Pool } from '@neondatabase/serverless';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/** One step of the schema's growth. Shipped ones never change. */
export interface Migration {
  readonly tag: string;
  /** Statements, parted by drizzle-kit's `--> statement-breakpoint`. */
  readonly sql: string;
}

/** "Reel" in ASCII: the lock that several starting services stand in line for. */
const lockKey = 0x5265656c;

/**
 * Brings a database to the newest schema: all steps in one transaction, or none. It works as the role of the connection, which
 * owns the tables. Faults: `sync.newer-schema` where the database has had migrations that this program does not know.
 * Throws what the connection throws.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<Result<void>> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query('create table if not exists public.reelwright_migrations (tag text primary key)');
    // Nobody but its owner has to do with it; row-level security without a policy says so twice.
    await client.query('alter table public.reelwright_migrations enable row level security');
    const { rows } = await client.query<{ tag: string }>('select tag from public.reelwright_migrations');
    const done = new Set(rows.map(({ tag }) => tag));
    const known = new Set(migrations.map(({ tag }) => tag));
    const unknown = [...done].filter((tag) => !known.has(tag));
    if (unknown.length > 0) {
      await client.query('rollback');
      broken = false;
      return fail(
        'sync.newer-schema',
        'The database was written by a newer version. Nothing was changed. Update this program to use it.',
        { unknown },
      );
    }
    for (const { tag, sql } of migrations.filter((migration) => !done.has(migration.tag))) {
      for (const statement of sql.split('--> statement-breakpoint')) await client.query(statement);
      await client.query('insert into public.reelwright_migrations (tag) values ($1)', [tag]);
    }
    await client.query('commit');
    broken = false;
    return ok(undefined);
  } finally {
    client.release(broken);
  }
}
