import { z } from 'zod';
import { AssetId, ShotId } from '../../domain/kernel/ids.ts';
import { DurationFlicks, TimeFlicks } from '../bounds.ts';

/** What a new clip shows: a file of the library, or a shot by its chosen take, which it then follows. */
export const ClipMedium = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('asset'), assetId: AssetId }),
  z.strictObject({ of: z.literal('shot'), shotId: ShotId }),
]);

/** A piece of a medium that is to become a clip. How long the medium is, the studio knows. */
export const NewClipInput = z.strictObject({
  medium: ClipMedium,
  sourceInFlicks: TimeFlicks,
  /** Snapped to whole frames, at least one. */
  durationFlicks: DurationFlicks,
  fit: z.enum(['fit', 'fill']),
});
export type NewClipInput = z.infer<typeof NewClipInput>;
