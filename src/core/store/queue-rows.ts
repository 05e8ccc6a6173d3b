import type Database from 'better-sqlite3';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import {
  collectableCauses,
  mendableCauses,
  type QueueGroup,
  queueGroups,
  statesOfGroup,
} from '../../domain/jobs/queue-group.ts';
import { reservingStates } from '../../domain/jobs/transitions.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { isHeldThere } from './held-there.ts';

/** Which jobs; all where nothing is named. */
export interface QueueSelection {
  readonly projectId: ProjectId | null;
  readonly provider: string | null;
  readonly batchId: string | null;
}

/** A job without its frozen request: what of that a list shows is read out of it by the database. */
export interface ListedJob
  extends Omit<Job, 'request' | 'requestDigest' | 'handle' | 'takeId' | 'submits' | 'heldUntilMs'> {
  readonly kind: Job['request']['kind'];
  readonly model: string;
  readonly shotNumber: string | null;
  readonly words: string;
  readonly hasHandle: boolean;
  /** Its provider holds the result, or will: any device with a key may ask for it. */
  readonly isHeldThere: boolean;
  readonly heldUntilMs: number | null;
}

export type QueueCounts = Readonly<Record<QueueGroup, number>>;

/** Reading the queue of all projects by windows, without reading a whole job. */
export interface QueueRows {
  counts(of: QueueSelection): QueueCounts;
  /** The open groups oldest first, the ended ones newest first. */
  page(of: QueueSelection, group: QueueGroup, offset: number, limit: number): ListedJob[];
  ids(of: QueueSelection, group: QueueGroup, limit: number): JobId[];
  /** Estimates of what is begun and not settled, and of what waits. */
  sums(of: QueueSelection): { readonly reservedUsdMicros: number; readonly waitingUsdMicros: number };
  /** How long the newest finished ones took, newest first. */
  recentTimes(limit: number): { readonly provider: string; readonly tookMs: number }[];
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const everywhere: QueueSelection = { projectId: null, provider: null, batchId: null };

/** As `groupOfJob` says it. */
const waitsForPerson = `(${[
  ...mendableCauses.map((cause) => `faultCode LIKE '${cause}%'`),
  `faultCode IN (${list(collectableCauses)})`,
].join(' OR ')})`;

const whereGroup: Readonly<Record<QueueGroup, string>> = {
  attention: `(state IN ('draft', 'unknown') OR (state IN ('failed', 'expired') AND ${waitsForPerson}))`,
  running: `state IN (${list(statesOfGroup.running)})`,
  waiting: `state = 'queued'`,
  failed: `state IN ('failed', 'expired') AND (faultCode IS NULL OR NOT ${waitsForPerson})`,
  done: `state IN ('done', 'cancelled')`,
};

const newestFirst: ReadonlySet<QueueGroup> = new Set(['attention', 'failed', 'done']);

const columns = `id, projectId, deviceId, shotId, sceneId, castId, placeId, batchId, provider, state, estimateUsdMicros, priceBasis,
  pricedAtMs, costUsdMicros, tries, notBeforeMs, assetId, faultCode, faultMessage, createdAtMs, sentAtMs, finishedAtMs,
  heldUntilMs, handle IS NOT NULL AS hasHandle,
  ${isHeldThere} AS isHeldThere, json_extract(request, '$.kind') AS kind,
  json_extract(request, '$.model') AS model, json_extract(request, '$.brief.shotNumber') AS shotNumber,
  substr(coalesce(json_extract(request, '$.brief.description'), json_extract(request, '$.prompt'),
    json_extract(request, '$.text'), ''), 1, 160) AS words`;

export function createQueueRows(db: Database.Database): QueueRows {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  /** Only what is asked for stands in the statement, so that an index can serve it. */
  const where = (of: QueueSelection): string =>
    (['projectId', 'provider', 'batchId'] as const)
      .filter((field) => of[field] !== null)
      .map((field) => ` AND ${field} = @${field}`)
      .join('');
  const bound = (of: QueueSelection, more: Record<string, number> = {}): Record<string, string | number> => ({
    ...Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null)),
    ...more,
  });
  const order = (group: QueueGroup): string =>
    newestFirst.has(group) ? 'ORDER BY createdAtMs DESC, id DESC' : 'ORDER BY createdAtMs, id';
  const idsOf = (of: QueueSelection, group: QueueGroup, offset: number, limit: number): JobId[] =>
    statement(
      `SELECT id FROM jobs WHERE ${whereGroup[group]}${where(of)} ${order(group)} LIMIT @limit OFFSET @offset`,
    )
      .pluck()
      .all(bound(of, { limit, offset })) as JobId[];

  return {
    counts(of) {
      const byState = statement(
        `SELECT state, count(*) AS jobs FROM jobs WHERE true${where(of)} GROUP BY state`,
      ).all(bound(of)) as { state: JobState; jobs: number }[];
      const count = (states: readonly string[]): number =>
        byState.filter(({ state }) => states.includes(state)).reduce((sum, { jobs }) => sum + jobs, 0);
      // Only rows that ended badly are looked into.
      const forPerson = statement(
        `SELECT count(*) FROM jobs WHERE state IN ('failed', 'expired') AND ${waitsForPerson}${where(of)}`,
      )
        .pluck()
        .get(bound(of)) as number;
      const counts = Object.fromEntries(
        queueGroups.map((group) => [group, count(statesOfGroup[group])]),
      ) as Record<QueueGroup, number>;
      return {
        ...counts,
        attention: count(['draft', 'unknown']) + forPerson,
        failed: counts.failed - forPerson,
      };
    },
    page(of, group, offset, limit) {
      const ids = idsOf(of, group, offset, limit);
      const found = statement(`SELECT ${columns} FROM jobs WHERE id IN (SELECT value FROM json_each(?))`).all(
        JSON.stringify(ids),
      ) as (Omit<ListedJob, 'hasHandle' | 'isHeldThere'> & { hasHandle: number; isHeldThere: number })[];
      const byId = new Map(
        found.map((job) => [
          job.id,
          { ...job, hasHandle: job.hasHandle === 1, isHeldThere: job.isHeldThere === 1 },
        ]),
      );
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    ids: (of, group, limit) => idsOf(of, group, 0, limit),
    sums(of) {
      const sum = (states: readonly string[]): number =>
        (statement(`SELECT sum(estimateUsdMicros) FROM jobs WHERE state IN (${list(states)})${where(of)}`)
          .pluck()
          .get(bound(of)) as number | null) ?? 0;
      return { reservedUsdMicros: sum(reservingStates), waitingUsdMicros: sum(['queued']) };
    },
    recentTimes: (limit) =>
      statement(
        `SELECT provider, finishedAtMs - sentAtMs AS tookMs FROM jobs
         WHERE state = 'done' AND sentAtMs IS NOT NULL AND finishedAtMs >= sentAtMs
         ORDER BY createdAtMs DESC LIMIT @limit`,
      ).all(bound(everywhere, { limit })) as { provider: string; tookMs: number }[],
  };
}
