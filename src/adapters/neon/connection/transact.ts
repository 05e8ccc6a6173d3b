import type { Pool, PoolClient } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-serverless';
import { fail, type Result } from '../../../domain/kernel/result.ts';
import { type Claims, claimsJson, type Keeper, type Watcher } from '../claims.ts';
import { askPrepared } from './run-prepared.ts';
import type { Transaction } from './transaction.ts';
import { waitOut } from './wait-out.ts';

export interface TransactOptions {
  readonly pool: Pool;
  /** How long weather is waited out before the caller is told to come again. */
  readonly patienceMs: number;
  readonly statementTimeoutMs: number;
  readonly now: () => number;
}

/**
 * Runs `work` in a transaction as somebody: with their claims, as the role that cannot bypass the policies. A fault rolls back.
 * `work` may run again where the connection broke, so it must be one that can be repeated (docs/sync.md: every call is).
 *
 * Faults: `sync.signed-out` (the session was ended), `sync.database-asleep`, `sync.busy`; with `retryAfterMs`. What is a mistake of
 * ours is thrown.
 */
export function transact<T>(
  options: TransactOptions,
  claims: Claims | Watcher | Keeper,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  return waitOut(options.patienceMs, () => transactOnce(options, claims, work));
}

async function transactOnce<T>(
  { pool, statementTimeoutMs, now }: TransactOptions,
  claims: Claims | Watcher | Keeper,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await pool.connect();
  let broken = true;
  try {
    const signedOut = await begin(client, claims, statementTimeoutMs, now());
    const result = signedOut
      ? sessionEnded()
      : await work(drizzle({ client, casing: 'snake_case' }) as Transaction);
    await client.query(result.ok ? 'commit' : 'rollback');
    broken = false;
    return result;
  } finally {
    // A connection in an unknown state is closed: the server rolls back what was begun on it.
    client.release(broken);
  }
}

/** Sets claims and role for the transaction. Returns whether the session was ended. */
async function begin(
  client: PoolClient,
  claims: Claims | Watcher | Keeper,
  statementTimeoutMs: number,
  nowMs: number,
): Promise<boolean> {
  await client.query(
    `begin;
     select set_config('request.jwt.claims', ${client.escapeLiteral(claimsJson(claims, nowMs))}, true),
            set_config('statement_timeout', '${statementTimeoutMs}', true);
     set local role reelwright_member`,
  );
  const sessionId = 'sessionId' in claims ? claims.sessionId : null;
  if (sessionId === null) return false;
  const [session] = await askPrepared<{ readonly ended: boolean }>(
    client,
    'select exists(select from reelwright.ended_sessions where session_id = $1) as ended',
    [sessionId],
  );
  return session?.ended === true;
}

function sessionEnded(): Result<never> {
  return fail('sync.signed-out', 'This session was signed out. Sign in again to go on.');
}
