import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntityName } from '../../../domain/kernel/patch.ts';
import { allowances, assets, exports, jobs, takes } from './media-tables.ts';
import { blocks, castMembers, places, projects, scenes, shots } from './story-tables.ts';
import { conflicts } from './sync-tables.ts';
import { items, tracks, transitions } from './timeline-tables.ts';

/** The table of every record kind. */
export const entityTables = {
  project: projects,
  block: blocks,
  scene: scenes,
  shot: shots,
  cast: castMembers,
  place: places,
  job: jobs,
  asset: assets,
  take: takes,
  track: tracks,
  item: items,
  transition: transitions,
  export: exports,
  conflict: conflicts,
  allowance: allowances,
} as const satisfies Record<EntityName, SQLiteTable>;
