import type { PoolClient } from '@neondatabase/serverless';
import type { NeonDatabase } from 'drizzle-orm/neon-serverless';

/** A transaction in somebody's name: Drizzle over the connection that it runs on. */
export type Transaction = NeonDatabase<Record<string, never>> & { readonly $client: PoolClient };
