import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';

/** Tables of what is generated, imported and exported. */

export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    projectId: text().notNull(),
    shotId: text().notNull(),
    provider: text().notNull(),
    request: json().notNull(),
    requestDigest: text().notNull(),
    state: text().notNull(),
    handle: json(),
    estimateUsdMicros: integer().notNull(),
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
    ),
    // Covers `due`: within a state in order of age, with what the filter needs, so that no job row is read in vain.
    index('jobs_due').on(table.state, table.createdAtMs, table.id, table.provider, table.notBeforeMs),
  ],
);

export const assets = sqliteTable('assets', {
  id: id(),
  kind: text().notNull(),
  mime: text().notNull(),
  extension: text().notNull(),
  bytes: integer().notNull(),
  facts: json(),
  origin: text().notNull(),
  name: text().notNull(),
  createdAtMs: integer().notNull(),
});

export const takes = sqliteTable(
  'takes',
  {
    id: id(),
    projectId: text().notNull(),
    shotId: text().notNull(),
    kind: text().notNull(),
    assetId: text().notNull(),
    jobId: text(),
    requestDigest: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    seed: integer().notNull(),
    costUsdMicros: integer().notNull(),
    createdAtMs: integer().notNull(),
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
