import { unwrap } from '../../domain/kernel/result.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import { assembleLabel, assembleStory } from '../pipeline/assets-to-timeline/assemble-story.ts';
import { findProject } from '../projects/find-project.ts';
import { os } from './implementer.ts';

export const timelineHandlers = {
  get: os.timeline.get.handler(({ input, context: { store, timelines } }) => {
    const project = unwrap(findProject(store, input.projectId));
    return {
      tracks: store.rows('track', project.id),
      items: store.rows('item', project.id),
      transitions: store.rows('transition', project.id),
      durationFlicks: timelineDurationFlicks(timelines.of(project)),
    };
  }),
  assemble: os.timeline.assemble.handler(({ input, context: { store } }) => {
    const patch = unwrap(assembleStory(store, input.projectId));
    return { label: assembleLabel, changes: patch.changes.length };
  }),
};
