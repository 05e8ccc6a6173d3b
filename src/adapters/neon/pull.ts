import { sql } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { registersAfter } from '../../domain/sync/apply-push.ts';
import type { PullAnswer } from '../../domain/sync/sync-messages.ts';
import { runPrepared } from './connection/run-prepared.ts';
import type { Transaction } from './connection/transaction.ts';
import { readRowsAfter } from './kept-rows.ts';
import { missing } from './project-access.ts';

export interface PullRequest {
  /** The number up to which the device has everything. */
  readonly after: number;
  /** Where the page begins; null: at `after`, and rows are sent whole, since `after` may be the end of a page only. */
  readonly from: number | null;
  /** How many rows at most. */
  readonly limit: number;
  /** Who asks, to be told of its newest batch; absent or null where nobody says. */
  readonly device?: string | null;
}

/** The registers of a project that came after a number: docs/sync.md, "Pull". Fault: `sync.no-project`. */
export async function pull(
  tx: Transaction,
  projectId: string,
  { after, from, limit, device = null }: PullRequest,
  nowMs: number,
): Promise<Result<PullAnswer>> {
  // Before the rows: a head that is older than what follows makes a device ask once more, a newer one would make it miss.
  const found = await runPrepared<{ head: string }>(
    tx,
    sql`select head from reelwright.projects where id = ${projectId} and removed_at_ms is null`,
  );
  const project = found[0];
  if (project === undefined) return missing();
  // Beyond the head: the database was put back from a copy. What is here is told from the beginning; merging it again harms nothing.
  const isBeyond = after > Number(project.head);
  const start = isBeyond ? 0 : Math.max(after, from ?? after);
  const kept = await readRowsAfter(tx, projectId, start, limit + 1);
  const page = kept.slice(0, limit);
  const head = Math.max(Number(project.head), kept.at(-1)?.seq ?? 0);
  const cursor = kept.length > limit ? (page.at(-1)?.seq ?? start) : head;
  const known = isBeyond || from === null ? 0 : after;
  const rows = page.flatMap((row) => registersAfter(row, known) ?? []);
  // After the rows: whatever batch brought one of them is told.
  const last = device === null ? {} : { lastBatch: await newestBatch(tx, projectId, device) };
  return ok({ rows, cursor, head, nowMs, ...last });
}

async function newestBatch(
  tx: Transaction,
  projectId: string,
  device: string,
): Promise<PullAnswer['lastBatch']> {
  const [found] = await runPrepared<{ batch: string; batch_id: string | null }>(
    tx,
    sql`select batch, batch_id from reelwright.devices where project_id = ${projectId} and device = ${device}`,
  );
  return found === undefined ? null : { batch: Number(found.batch), id: found.batch_id };
}
