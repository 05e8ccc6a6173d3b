import { z } from 'zod';
import { longestRowId } from './row-id.ts';

const rowId = z.string().min(1).max(longestRowId);

export const ProjectId = rowId.brand<'ProjectId'>();
export const BlockId = rowId.brand<'BlockId'>();
export const SceneId = rowId.brand<'SceneId'>();
export const ShotId = rowId.brand<'ShotId'>();
export const CastId = rowId.brand<'CastId'>();
export const PlaceId = rowId.brand<'PlaceId'>();
export const JobId = rowId.brand<'JobId'>();
export const TakeId = rowId.brand<'TakeId'>();
export const TrackId = rowId.brand<'TrackId'>();
export const ItemId = rowId.brand<'ItemId'>();
export const TransitionId = rowId.brand<'TransitionId'>();
export const ExportId = rowId.brand<'ExportId'>();
export const ConflictId = rowId.brand<'ConflictId'>();
export const AllowanceId = rowId.brand<'AllowanceId'>();
/** An asset is known by the SHA-256 of its bytes, as 64 lower-case hex digits. */
export const AssetId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AssetId'>();

export type ProjectId = z.infer<typeof ProjectId>;
export type BlockId = z.infer<typeof BlockId>;
export type SceneId = z.infer<typeof SceneId>;
export type ShotId = z.infer<typeof ShotId>;
export type CastId = z.infer<typeof CastId>;
export type PlaceId = z.infer<typeof PlaceId>;
export type JobId = z.infer<typeof JobId>;
export type TakeId = z.infer<typeof TakeId>;
export type TrackId = z.infer<typeof TrackId>;
export type ItemId = z.infer<typeof ItemId>;
export type TransitionId = z.infer<typeof TransitionId>;
export type ExportId = z.infer<typeof ExportId>;
export type ConflictId = z.infer<typeof ConflictId>;
export type AllowanceId = z.infer<typeof AllowanceId>;
export type AssetId = z.infer<typeof AssetId>;
