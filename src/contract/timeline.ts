import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Item, Track, Transition } from '../domain/timeline/records.ts';
import { EditReceipt, row } from './base.ts';
import { arrangingRows } from './timeline/arranging.ts';
import { blendingRows } from './timeline/blending.ts';
import { cuttingRows } from './timeline/cutting.ts';
import { wordingRows } from './timeline/wording.ts';

/** Every edit is undoable, snaps to whole frames, and is refused with a `timeline.…` code where it cannot be made. */
export const timeline = {
  /** All rows of a project's timeline. A window has them by `projects.watch` and need not ask. */
  get: row.input(z.object({ projectId: ProjectId })).output(
    z.object({
      tracks: z.array(Track),
      items: z.array(Item),
      transitions: z.array(Transition),
      durationFlicks: z.int(),
    }),
  ),
  /** Lays the shots' chosen takes, captions and transitions on the timeline, and keeps what a person edited there. */
  assemble: row.input(z.object({ projectId: ProjectId })).output(EditReceipt),
  ...cuttingRows,
  ...arrangingRows,
  ...blendingRows,
  ...wordingRows,
};
