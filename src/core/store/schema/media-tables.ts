import { isNotNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';

/** Tables of what is generated, imported and exported. */

export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    projectId: text().notNull(),
    deviceId: text(),
    shotId: text(),
    sceneId: text(),
    castId: text(),
    placeId: text(),
    batchId: text(),
    provider: text().notNull(),
    request: json().notNull(),
    requestDigest: text().notNull(),
    state: text().notNull(),
    handle: json(),
    estimateUsdMicros: integer().notNull(),
    priceBasis: text(),
    pricedAtMs: integer(),
    costUsdMicros: integer(),
    submits: integer().notNull(),
    tries: integer().notNull(),
    notBeforeMs: integer().notNull(),
    assetId: text(),
    takeId: text(),
    faultCode: text(),
    faultMessage: text(),
    createdAtMs: integer().notNull(),
    sentAtMs: integer(),
    finishedAtMs: integer(),
    heldUntilMs: integer(),
  },
  (table) => [
    index('jobs_in_project').on(table.projectId, table.createdAtMs, table.id),
    index('jobs_by_digest').on(table.projectId, table.requestDigest),
    // Covers `spend`: what a project has reserved and spent, before each paid submit, without reading a job row.
    index('jobs_spend').on(
      table.projectId,
      table.state,
      table.estimateUsdMicros,
      table.costUsdMicros,
      table.submits,
      table.deviceId,
    ),
    // Covers `due`: within a state in order of age, with what the filter needs, so that no job row is read in vain.
    index('jobs_due').on(
      table.state,
      table.createdAtMs,
      table.id,
      table.provider,
      table.notBeforeMs,
      table.deviceId,
    ),
  ],
);

export const assets = sqliteTable(
  'assets',
  {
    id: id(),
    kind: text().notNull(),
    mime: text().notNull(),
    extension: text().notNull(),
    bytes: integer().notNull(),
    facts: json(),
    origin: text().notNull(),
    name: text().notNull(),
    createdAtMs: integer().notNull(),
    proxyOf: text(),
    heldBy: json(),
  },
  // Proxies are few beside the files they stand for; the others are not in it.
  (table) => [index('assets_proxies').on(table.proxyOf).where(isNotNull(table.proxyOf))],
);

export const takes = sqliteTable(
  'takes',
  {
    id: id(),
    projectId: text().notNull(),
    shotId: text(),
    sceneId: text(),
    castId: text(),
    placeId: text(),
    kind: text().notNull(),
    assetId: text().notNull(),
    jobId: text(),
    fromTakeId: text(),
    requestDigest: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    seed: integer().notNull(),
    costUsdMicros: integer().notNull(),
    createdAtMs: integer().notNull(),
    rating: integer(),
    discardedAtMs: integer(),
  },
  (table) => [index('takes_in_project').on(table.projectId, table.createdAtMs, table.id)],
);

export const exports = sqliteTable(
  'exports',
  {
    id: id(),
    projectId: text().notNull(),
    path: text().notNull(),
    preset: text().notNull(),
    captions: text().notNull(),
    state: text().notNull(),
    planDigest: text().notNull(),
    durationFlicks: integer().notNull(),
    bytes: integer(),
    faultMessage: text(),
    startedAtMs: integer().notNull(),
    finishedAtMs: integer(),
  },
  (table) => [index('exports_in_project').on(table.projectId, table.startedAtMs, table.id)],
);

/**
 * What was and may have been paid, a row a job, written in the same transaction as the job's step. It outlives its project:
 * a month's sum does not shrink when a film is deleted. `state`: `reserved`, `charged`, `uncertain` (may have been billed) or `released`.
 */
export const charges = sqliteTable(
  'charges',
  {
    jobId: text().primaryKey().notNull(),
    projectId: text().notNull(),
    projectTitle: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    kind: text().notNull(),
    /** Of the submit, in UTC: "2026-11". */
    month: text().notNull(),
    state: text().notNull(),
    amountUsdMicros: integer().notNull(),
    /** Where the amount is from: `estimate`, `billable-units`, `billing-event`, `provider`. */
    basis: text().notNull(),
    sentAtMs: integer().notNull(),
    settledAtMs: integer(),
    deviceId: text(),
  },
  (table) => [
    index('charges_of_month').on(table.month, table.state, table.amountUsdMicros),
    index('charges_of_project').on(table.projectId, table.state, table.amountUsdMicros),
  ],
);

/** What each device of a mirrored project may spend of its budget without hearing of the others. Few rows: one a device. */
export const allowances = sqliteTable(
  'allowances',
  {
    id: id(),
    projectId: text().notNull(),
    deviceId: text().notNull(),
    askedUsdMicros: integer().notNull(),
    heldUsdMicros: integer().notNull(),
    heardAtMs: integer().notNull(),
  },
  (table) => [index('allowances_in_project').on(table.projectId, table.id)],
);
