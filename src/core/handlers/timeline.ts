import { unwrap } from '../../domain/kernel/result.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import { assembleLabel, assembleStory } from '../pipeline/assets-to-timeline/assemble-story.ts';
import { requireProject } from '../store/require-project.ts';
import { receiptOf } from './commit-edit.ts';
import { os } from './implementer.ts';
import { arrangingHandlers } from './timeline/arranging.ts';
import { blendingHandlers } from './timeline/blending.ts';
import { cuttingHandlers } from './timeline/cutting.ts';
import { trackHandlers } from './timeline/tracks.ts';
import { wordingHandlers } from './timeline/wording.ts';

export const timelineHandlers = {
  get: os.timeline.get.handler(({ input, context: { store, timelines } }) => {
    const project = unwrap(requireProject(store, input.projectId));
    return {
      tracks: store.rows('track', project.id),
      items: store.rows('item', project.id),
      transitions: store.rows('transition', project.id),
      durationFlicks: timelineDurationFlicks(timelines.of(project)),
    };
  }),
  assemble: os.timeline.assemble.handler(({ input, context: { store } }) =>
    receiptOf(assembleLabel, unwrap(assembleStory(store, input.projectId))),
  ),
  ...cuttingHandlers,
  ...arrangingHandlers,
  ...blendingHandlers,
  ...trackHandlers,
  ...wordingHandlers,
};
