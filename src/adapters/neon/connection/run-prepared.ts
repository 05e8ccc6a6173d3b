import { createHash } from 'node:crypto';
import type { PoolClient } from '@neondatabase/serverless';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Transaction } from './transaction.ts';

const dialect = new PgDialect();

/**
 * Runs a query whose text is always the same as a prepared statement: planning it with the policies of its tables takes ten times as
 * long as doing it, and is done once a connection then. For queries of the busiest calls.
 */
export async function runPrepared<Row>(tx: Transaction, query: SQL): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(query);
  return askPrepared<Row>(tx.$client, sql, params);
}

export async function askPrepared<Row>(
  client: Pick<PoolClient, 'query'>,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const name = createHash('sha1').update(text).digest('hex');
  const { rows } = await client.query({ name, text, values });
  return rows as Row[];
}
