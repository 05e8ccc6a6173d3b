import type Database from 'better-sqlite3';
import { type Charge, type ChargeBasis, type ChargeOfJob, chargeOfJob } from '../../domain/jobs/charge.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import type { ChargeFilter, ChargeGroup, ChargeRows, ChargeSums } from './charges.ts';

/** The ledger's table with its writing side, which belongs to the write path of the jobs. */
export interface ChargeTable extends ChargeRows {
  /** The line of a job row that was just written. Only inside the transaction that writes it. */
  follow(job: Job): void;
  /** The project is being deleted: its lines keep the title that it had last. */
  keepTitle(projectId: string, title: string): void;
}

const nothing: ChargeSums = { reservedUsdMicros: 0, chargedUsdMicros: 0, uncertainUsdMicros: 0 };

const sumFields = {
  reserved: 'reservedUsdMicros',
  charged: 'chargedUsdMicros',
  uncertain: 'uncertainUsdMicros',
  released: null,
} as const satisfies Record<Charge['state'], keyof ChargeSums | null>;

const chargeColumns =
  'jobId, projectId, projectTitle, provider, model, kind, month, state, amountUsdMicros, basis, sentAtMs, settledAtMs, deviceId';

const where = `(@projectId IS NULL OR projectId = @projectId) AND (@provider IS NULL OR provider = @provider)
  AND (@month IS NULL OR month = @month) AND (@kind IS NULL OR kind = @kind) AND (@state IS NULL OR state = @state)
  AND (@deviceId IS NULL OR coalesce(deviceId, '') = @deviceId)`;

export function createChargeTable(db: Database.Database): ChargeTable {
  const find = db.prepare(`SELECT ${chargeColumns} FROM charges WHERE jobId = ?`);
  const titleOf = db.prepare('SELECT title FROM projects WHERE id = ?').pluck();
  const put = db.prepare(
    `INSERT OR REPLACE INTO charges (${chargeColumns}) VALUES (@jobId, @projectId, @projectTitle, @provider, @model, @kind,
     @month, @state, @amountUsdMicros, @basis, @sentAtMs, @settledAtMs, @deviceId)`,
  );
  const setTitle = db.prepare('UPDATE charges SET projectTitle = ? WHERE projectId = ?');
  const forgetSums = db.prepare("DELETE FROM meta WHERE key LIKE 'charges:%'");
  const setBasis = db.prepare('UPDATE charges SET basis = ? WHERE jobId = ?');
  const sums = createMonthSums(db);

  const read = (id: string): Charge | null => (find.get(id) as Charge | undefined) ?? null;

  return {
    follow(job) {
      const next = chargeOfJob(job);
      if (next === null) return;
      const before = read(next.jobId);
      if (before !== null && sameMoney(before, next)) return;
      const title = (titleOf.get(next.projectId) as string | undefined) ?? before?.projectTitle ?? '';
      put.run({ ...next, projectTitle: title });
      if (before !== null) sums.add(before, -1);
      sums.add(next, 1);
    },
    keepTitle: (projectId, title) => void setTitle.run(title, projectId),
    bringBack(lines) {
      for (const line of lines) if (read(line.jobId) === null) put.run(line);
      forgetSums.run();
    },
    of: (jobId: JobId) => read(jobId),
    noteBasis(jobId: JobId, basis: ChargeBasis) {
      setBasis.run(basis, jobId);
    },
    month: sums.of,
    ...createChargeReads(db),
  };
}

/** A job's steps move its money rarely. What the provider's own billing said later is not forgotten for the same figure. */
function sameMoney(before: Charge, next: ChargeOfJob): boolean {
  return (
    before.state === next.state &&
    before.amountUsdMicros === next.amountUsdMicros &&
    before.month === next.month &&
    before.settledAtMs === next.settledAtMs
  );
}

/**
 * The sums of a month, kept beside the ledger in the same transactions: a claim reads one row, however many lines there
 * are. A month without its row (of an older version, or a repaired database) is added up once.
 */
function createMonthSums(db: Database.Database): {
  of(month: string): ChargeSums;
  add(charge: Pick<Charge, 'month' | 'state' | 'amountUsdMicros'>, sign: 1 | -1): void;
} {
  const get = db.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  const set = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const count = db.prepare(
    `SELECT state, sum(amountUsdMicros) AS amount FROM charges INDEXED BY charges_of_month
     WHERE month = ? GROUP BY state`,
  );
  const keyOf = (month: string): string => `charges:${month}`;
  const known = (month: string): ChargeSums | null => {
    const found = get.get(keyOf(month)) as string | undefined;
    return found === undefined ? null : (JSON.parse(found) as ChargeSums);
  };
  return {
    of(month) {
      const kept = known(month);
      if (kept !== null) return kept;
      const added = { ...nothing };
      for (const found of count.iterate(month)) {
        const { state, amount } = found as { state: Charge['state']; amount: number };
        const field = sumFields[state];
        if (field !== null) added[field] = amount;
      }
      if (db.inTransaction && !db.readonly) set.run(keyOf(month), JSON.stringify(added));
      return added;
    },
    add({ month, state, amountUsdMicros }, sign) {
      const field = sumFields[state];
      const kept = field === null ? null : known(month);
      if (field === null || kept === null) return;
      set.run(keyOf(month), JSON.stringify({ ...kept, [field]: kept[field] + sign * amountUsdMicros }));
    },
  };
}

const groupColumns = {
  project: 'projectId',
  provider: 'provider',
  month: 'month',
  kind: 'kind',
  device: "coalesce(deviceId, '')",
} as const;

function createChargeReads(
  db: Database.Database,
): Pick<ChargeTable, 'groups' | 'count' | 'page' | 'unsettled'> {
  const sumOf = (state: Charge['state']): string => `sum(iif(state = '${state}', amountUsdMicros, 0))`;
  const sumColumns = `count(*) AS lines, count(*) FILTER (WHERE state <> 'released') AS paidLines,
    ${sumOf('reserved')} AS reservedUsdMicros, ${sumOf('charged')} AS chargedUsdMicros,
    ${sumOf('uncertain')} AS uncertainUsdMicros`;
  // Written newest last, so the title of the newest line is the one it had last.
  const grouped = (by: keyof typeof groupColumns): Database.Statement =>
    db.prepare(
      `SELECT ${groupColumns[by]} AS key, max(sentAtMs) AS newestAtMs, projectTitle AS title, ${sumColumns}
       FROM charges WHERE ${where} GROUP BY 1 ORDER BY ${by === 'month' ? 'key DESC' : 'chargedUsdMicros + reservedUsdMicros + uncertainUsdMicros DESC, key'}`,
    );
  const groups = {
    project: grouped('project'),
    provider: grouped('provider'),
    month: grouped('month'),
    kind: grouped('kind'),
    device: grouped('device'),
  };
  const total = db.prepare(`SELECT count(*) FROM charges WHERE ${where}`).pluck();
  const page = db.prepare(
    `SELECT ${chargeColumns}, coalesce((SELECT title FROM projects WHERE id = charges.projectId), projectTitle) AS projectTitle
     FROM charges WHERE ${where} ORDER BY sentAtMs DESC, jobId LIMIT @limit OFFSET @offset`,
  );
  const unsettled = db
    .prepare(
      `SELECT jobId FROM charges WHERE basis = 'estimate' AND state IN ('charged', 'uncertain') AND sentAtMs >= ?
       ORDER BY sentAtMs`,
    )
    .pluck();
  return {
    groups: (by, filter) => groups[by].all(bound(filter)) as ChargeGroup[],
    count: (filter) => total.get(bound(filter)) as number,
    page: (filter, offset, limit) => page.all({ ...bound(filter), offset, limit }) as Charge[],
    unsettled: (sinceMs) => unsettled.all(sinceMs) as JobId[],
  };
}

function bound(filter: ChargeFilter): Record<keyof ChargeFilter, string | null> {
  const {
    projectId = null,
    provider = null,
    month = null,
    kind = null,
    state = null,
    deviceId = null,
  } = filter;
  return { projectId, provider, month, kind, state, deviceId };
}
