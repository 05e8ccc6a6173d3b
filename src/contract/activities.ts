import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { row } from './base.ts';

/**
 * Work that the studio does on its own and that no window holds: it goes on when a window is closed or a connection is
 * lost, and every window sees the same.
 */
export const Activity = z.object({
  id: z.string(),
  /** `read`: a language model breaks the text down. `fetch`: files come from elsewhere. The others are commissions. */
  kind: z.enum([
    'generate',
    'export',
    'publish',
    'read',
    'speech',
    'music',
    'effects',
    'voice-sample',
    'transcribe',
    'upscale',
    'reword',
    'extend',
    'retake',
    'fill-gap',
    'fetch',
  ]),
  projectId: ProjectId,
  projectTitle: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** Takes, frames, parts of the text, or bytes of files. `total` is 0 until it is known. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** null before three samples. */
  secondsLeft: z.number().nullable(),
  /** How it ended, or what it waits for, in a sentence; null while there is nothing to say. */
  message: z.string().nullable(),
  /** Of an export: where the film is, or will be. */
  path: z.string().nullable(),
  startedAtMs: z.int(),
  finishedAtMs: z.int().nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const activities = {
  /** Those that run or wait, and the last twenty that ended, newest first. */
  list: row.output(z.array(Activity)),
  /** Ends one; answers at once. Takes that are finished stay, a half-written film is removed. */
  cancel: row.input(z.object({ activityId: z.string() })).output(Activity),
  /**
   * Begins again what the end of the studio broke off and what a notice asks about: a person's consent. It costs what was
   * consented to before at most, under the same limits. `activity.not-found` where it was begun again before.
   */
  goOn: row.input(z.object({ activityId: z.string() })).output(Activity),
  /** Takes ended ones off the list. */
  clear: row.output(z.array(Activity)),
};
