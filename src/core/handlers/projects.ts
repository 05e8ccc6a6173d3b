import { unwrap } from '../../domain/kernel/result.ts';
import { openStory } from '../pipeline/story-to-text/open-story.ts';
import { createProject } from '../projects/create-project.ts';
import { findProject } from '../projects/find-project.ts';
import { summariseProject } from '../projects/summarise-project.ts';
import { watchProject } from '../projects/watch-project.ts';
import { requireProject } from '../store/require-project.ts';
import { os, withContractErrors } from './implementer.ts';
import { requireStyle } from './require-style.ts';

export const projectHandlers = {
  list: os.projects.list.handler(({ context: { store, timelines } }) =>
    store.projects().map((project) => summariseProject(store, timelines, project)),
  ),
  get: os.projects.get.handler(({ input, context: { store, timelines } }) =>
    summariseProject(store, timelines, unwrap(requireProject(store, input.projectId))),
  ),
  find: os.projects.find.handler(({ input, context: { store, timelines } }) =>
    summariseProject(store, timelines, unwrap(findProject(store, input.name))),
  ),
  openStory: os.projects.openStory.handler(async ({ input: { path, settings, fresh }, context }) => {
    const style = unwrap(requireStyle(context.styles, settings.style));
    return unwrap(await openStory({ ...context, path, settings: { ...settings, style }, fresh }));
  }),
  watch: os.projects.watch.handler(({ input, context: { store }, signal }) =>
    withContractErrors(watchProject(store, input.projectId, signal)),
  ),
  create: os.projects.create.handler(async ({ input: { settings, ...wish }, context }) => {
    const style = unwrap(requireStyle(context.styles, settings.style));
    return unwrap(await createProject(context, { ...wish, settings: { ...settings, style } }));
  }),
  undoLabels: os.projects.undoLabels.handler(({ input, context: { store } }) =>
    store.undoLabels(unwrap(requireProject(store, input.projectId)).id),
  ),
  undo: os.projects.undo.handler(({ input, context: { store } }) => {
    const { label, patch, skipped } = unwrap(store.undo(unwrap(requireProject(store, input.projectId)).id));
    return { label, changes: patch.changes.length, skipped: skipped.length };
  }),
  redo: os.projects.redo.handler(({ input, context: { store } }) => {
    const { label, patch, skipped } = unwrap(store.redo(unwrap(requireProject(store, input.projectId)).id));
    return { label, changes: patch.changes.length, skipped: skipped.length };
  }),
};
