import { startEmbeddedPostgres } from '../../../tools/embedded-postgres/start-embedded-postgres.ts';
import {
  openSyncDatabase,
  type SyncDatabase,
  type SyncDatabaseOptions,
} from '../../adapters/neon/sync-database.ts';
import { unwrap } from '../../domain/kernel/result.ts';

export interface TestSyncDatabase {
  readonly url: string;
  readonly database: SyncDatabase;
  stop(): Promise<void>;
}

/** A real PostgreSQL with the service's tables in it. */
export async function startTestSyncDatabase(
  options: Partial<SyncDatabaseOptions> = {},
): Promise<TestSyncDatabase> {
  const postgres = await startEmbeddedPostgres();
  const database = openSyncDatabase({
    url: postgres.url,
    connections: 8,
    connectTimeoutMs: 5_000,
    patienceMs: 5_000,
    statementTimeoutMs: 10_000,
    now: Date.now,
    ...options,
  });
  unwrap(await database.prepare());
  return {
    url: postgres.url,
    database,
    async stop() {
      await database.close();
      await postgres.stop();
    },
  };
}
