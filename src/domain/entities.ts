import type { z } from 'zod';
import { Asset } from './assets/asset.ts';
import { Take } from './assets/take.ts';
import { CastMember } from './cast/cast-member.ts';
import { Place } from './cast/place.ts';
import { ExportRecord } from './export/export-record.ts';
import { Allowance } from './jobs/allowance.ts';
import { Job } from './jobs/job.ts';
import type { EntityName } from './kernel/patch.ts';
import { Project } from './project/project.ts';
import { Scene } from './scenes/scene.ts';
import { Shot } from './shots/shot.ts';
import { Conflict } from './sync/conflict.ts';
import { Block } from './text/block.ts';
import { Item, Track, Transition } from './timeline/records.ts';

/** The schema of every record kind: what the store checks on the way in and what a merge may write. */
export const entitySchemas = {
  project: Project,
  block: Block,
  scene: Scene,
  shot: Shot,
  cast: CastMember,
  place: Place,
  job: Job,
  asset: Asset,
  take: Take,
  track: Track,
  item: Item,
  transition: Transition,
  export: ExportRecord,
  conflict: Conflict,
  allowance: Allowance,
} as const satisfies Record<EntityName, z.ZodType>;

export type EntityOf<E extends EntityName> = z.infer<(typeof entitySchemas)[E]>;
