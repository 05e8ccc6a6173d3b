import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Scene } from '../domain/scenes/scene.ts';
import { row } from './base.ts';

export const scenes = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Scene)),
  /**
   * Breaks the text into scenes and shots, or brings an earlier breakdown up to date: what did not change keeps its
   * ids, takes and hand edits.
   */
  breakDown: row
    .input(z.object({ projectId: ProjectId }))
    .output(z.object({ scenes: z.int(), shots: z.int(), changes: z.int() })),
};
