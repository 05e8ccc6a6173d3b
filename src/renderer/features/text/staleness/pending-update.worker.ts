import { updateBreakdown } from '../../../../domain/shots/reconcile/reconcile-breakdown.ts';
import type { UpdateAnswer, UpdateQuestion } from './ask-update.ts';
import { summariseUpdate } from './summarise-update.ts';

/** Runs the breakdown of a whole text beside the page, so that typing in a long script stays quick. */
self.addEventListener('message', ({ data }: MessageEvent<UpdateQuestion>) => {
  const { patch } = updateBreakdown(data.project, data.blocks, data.stored);
  self.postMessage({ id: data.id, update: summariseUpdate(patch) } satisfies UpdateAnswer);
});
