import { z } from 'zod';
import { TakeId } from '../domain/kernel/ids.ts';
import { editRow } from './base.ts';

const ManyTakes = z.array(TakeId).min(1).max(10_000);

/** What a person thinks of takes. Choosing one is `shots.chooseTake`, deleting for good `assets.deleteTakes`. */
export const takes = {
  /** From 1 to 5; null takes the rating back. */
  rate: editRow({ takeIds: ManyTakes, rating: z.int().min(1).max(5).nullable() }),
  /** Out of sight, and kept. `take.chosen` where the film shows one of them: then none is put away. */
  putAway: editRow({ takeIds: ManyTakes }),
  /** Takes that were put away, back where they were. */
  bringBack: editRow({ takeIds: ManyTakes }),
};
