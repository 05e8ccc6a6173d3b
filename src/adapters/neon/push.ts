import { sql } from 'drizzle-orm';
import { refusedField } from '../../domain/check-registers.ts';
import { parseHlc } from '../../domain/kernel/hlc.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { applyPush, type KeptRow } from '../../domain/sync/apply-push.ts';
import { mergeRows, newestStamp } from '../../domain/sync/merge-rows.ts';
import { isGone, type RowRegisters, rowKey } from '../../domain/sync/row-registers.ts';
import { schemaNumber } from '../../domain/sync/schema-number.ts';
import type { PushAnswer, PushRequest } from '../../domain/sync/sync-messages.ts';
import type { Claims } from './claims.ts';
import { runPrepared } from './connection/run-prepared.ts';
import type { Transaction } from './connection/transaction.ts';
import { columnsOf, readKeptRows } from './kept-rows.ts';
import { missingOrReadOnly } from './project-access.ts';

/** How far ahead of the service's clock a stamp may be. */
const aheadMs = 5 * 60_000;

interface LockedProject extends Record<string, unknown> {
  readonly head: string;
  readonly schema: number;
  readonly batch: string | null;
  readonly batch_id: string | null;
  readonly answer: PushAnswer | null;
}

/**
 * Takes a batch of a device into a project: docs/sync.md, "Push". Faults: `sync.no-project`, `sync.read-only`,
 * `sync.newer-schema`, `sync.clock-ahead`, `sync.bad-row` (`entity`, `id`, `field`), `sync.batch-gap` (also for a cursor beyond the
 * head) and `sync.batch-taken` (`applied`: the newest batch that is known).
 */
export async function push(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  request: PushRequest,
  nowMs: number,
): Promise<Result<PushAnswer>> {
  const project = await lockProject(tx, projectId, request.device);
  if (project === null) return missingOrReadOnly(tx, projectId);
  const applied = Number(project.batch ?? 0);
  if (request.batch <= applied) {
    const { batch_id: id, answer } = project;
    // Of before batches had ids: the number is all that is known.
    const isKnown = id === null || [request.batchId, ...(request.earlierIds ?? [])].includes(id);
    return answer !== null && isKnown ? ok({ ...answer, nowMs }) : taken(applied);
  }
  if (request.batch !== applied + 1) return gap(applied);
  if (request.cursor > Number(project.head)) return beyond(applied);
  if (request.schema < project.schema) return tooOld();
  if (request.rows.some((row) => parseHlc(newestStamp(row)).ms > nowMs + aheadMs)) return clockAhead(nowMs);

  // The lock is held: what is read now is what every earlier writer left. (The statement that takes the lock cannot read it:
  // it sees the rows as they were before it waited.)
  const kept = await readKeptRows(tx, projectId, request.rows);
  const refused = badRow(projectId, request, kept);
  if (refused !== null) return refused;
  const { changed, head, beaten, overwrote } = applyPush(kept, request, Number(project.head));
  const answer: PushAnswer = {
    applied: request.batch,
    upTo: request.upTo,
    before: Number(project.head),
    head,
    beaten: [...beaten],
    overwrote: [...overwrote],
    nowMs,
  };
  await write(tx, claims, projectId, request, changed, answer);
  return ok(answer);
}

/** The project with what is known of the device. Until the transaction ends, other writers of the project wait here. */
async function lockProject(
  tx: Transaction,
  projectId: string,
  device: string,
): Promise<LockedProject | null> {
  const rows = await runPrepared<LockedProject>(
    tx,
    sql`
    select p.head, p.schema, d.batch, d.batch_id, d.answer from reelwright.projects p
    left join reelwright.devices d on d.project_id = p.id and d.device = ${device}
    where p.id = ${projectId} and p.removed_at_ms is null for update of p`,
  );
  return rows[0] ?? null;
}

/** Rows, the project's head and the device's batch, in one journey. */
async function write(
  tx: Transaction,
  { userId }: Claims,
  projectId: string,
  { device, deviceName, batch, batchId, schema }: PushRequest,
  changed: readonly KeptRow[],
  answer: PushAnswer,
): Promise<void> {
  const { head, nowMs } = answer;
  const project = changed.find(({ registers }) => registers.e === 'project' && registers.id === projectId);
  const title = project === undefined ? null : titleOf(project.registers);
  const deletedAtMs = project !== undefined && isGone(project.registers) ? nowMs : null;
  await runPrepared(
    tx,
    sql`
    with written as (
      insert into reelwright.sync_rows
        (project_id, entity, row_id, base, deleted, values, stamps, row_seq, seqs, seq)
      select ${projectId}::text, entity, row_id, base, deleted, values::json, stamps::json, row_seq, seqs::json, seq
      from ${columnsOf(changed)}
      on conflict (project_id, entity, row_id) do update set
        base = excluded.base, deleted = excluded.deleted, values = excluded.values, stamps = excluded.stamps,
        row_seq = excluded.row_seq, seqs = excluded.seqs, seq = excluded.seq
    ), moved as (
      update reelwright.projects set
        head = ${head}, schema = ${schema}, changed_at_ms = coalesce(${changed.length === 0 ? null : nowMs}::bigint, changed_at_ms),
        title = coalesce(${title}::text, title),
        deleted_at_ms = case when ${project === undefined}::boolean then deleted_at_ms else ${deletedAtMs}::bigint end
      where id = ${projectId}
    )
    insert into reelwright.devices (project_id, device, name, user_id, batch, batch_id, answer, seen_at_ms)
    values (${projectId}, ${device}, ${deviceName ?? ''}, ${userId}, ${batch}, ${batchId ?? null}, ${JSON.stringify(answer)}::json, ${nowMs})
    on conflict (project_id, device) do update set
      name = excluded.name, user_id = excluded.user_id, batch = excluded.batch, batch_id = excluded.batch_id, answer = excluded.answer, seen_at_ms = excluded.seen_at_ms`,
  );
}

/** PostgreSQL's text cannot hold U+0000. */
function titleOf({ v }: RowRegisters): string | null {
  return typeof v['title'] === 'string' ? v['title'].replaceAll('\0', '') : null;
}

function gap(applied: number): Result<never> {
  return fail(
    'sync.batch-gap',
    `The service knows this device's batches up to ${applied} only. Everything is compared anew, and what is missing is sent again.`,
    { applied },
  );
}

/** Somebody who has seen more than there is: the database was put back from a copy. What they would overwrite unseen cannot be told. */
function beyond(applied: number): Result<never> {
  return fail(
    'sync.batch-gap',
    'The service does not have all that this device has seen. Nothing was taken over. Everything is compared anew, and what is missing is sent again.',
    { applied },
  );
}

function taken(applied: number): Result<never> {
  return fail(
    'sync.batch-taken',
    'Another copy of this data folder has sent a batch of this number. Nothing of this one was taken over; it is sent again as a device of its own.',
    { applied },
  );
}

function tooOld(): Result<never> {
  return fail(
    'sync.newer-schema',
    'This project was changed by a newer version of Reelwright. Everything is kept here, and nothing was sent. Update Reelwright to send it.',
  );
}

/**
 * The first row of the batch that no studio could read. A service that is older than who pushes judges nothing: it cannot know what that
 * one's fields may hold.
 */
function badRow(
  projectId: string,
  { schema, rows }: PushRequest,
  kept: ReadonlyMap<string, KeptRow>,
): Result<never> | null {
  if (schema > schemaNumber) return null;
  // Of a row that comes twice in one batch, the second finds the first there.
  const earlier = new Map<string, RowRegisters>();
  for (const row of rows) {
    const key = rowKey(row);
    const field = refusedField(projectId, row, earlier.get(key) ?? kept.get(key)?.registers ?? null);
    if (field !== null) return refusedRow(row, field);
    const before = earlier.get(key);
    earlier.set(key, before === undefined ? row : mergeRows(before, row));
  }
  return null;
}

function refusedRow({ e: entity, id }: RowRegisters, field: string): Result<never> {
  return fail(
    'sync.bad-row',
    `The service took nothing of this batch: the field "${field}" of the ${entity} "${id}" is missing, or holds what it may not. Everything is kept here. Update the studio, or report this.`,
    { entity, id, field },
  );
}

function clockAhead(nowMs: number): Result<never> {
  return fail(
    'sync.clock-ahead',
    'The clock of this device is more than five minutes ahead. Nothing was taken over; it is sent again with the corrected time.',
    { nowMs },
  );
}
