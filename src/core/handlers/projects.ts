import type { ProjectId } from '../../domain/kernel/ids.ts';
import { patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { directProject } from '../../domain/project/commands/direct-project.ts';
import type { Project } from '../../domain/project/project.ts';
import { openStory } from '../pipeline/story-to-text/open-story.ts';
import { createProject } from '../projects/create-project.ts';
import { deleteProject } from '../projects/delete-project.ts';
import { duplicateProject } from '../projects/duplicate-project.ts';
import { findProject } from '../projects/find-project.ts';
import { listProjects } from '../projects/list-projects.ts';
import { summariseProject } from '../projects/summarise-project.ts';
import { watchProject } from '../projects/watch-project.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import type { StudioParts } from '../studio-parts.ts';
import { commitEdit } from './commit-edit.ts';
import { requireFileAccess } from './file-access.ts';
import { os } from './implementer.ts';
import { requireStyle } from './require-style.ts';

export const projectHandlers = {
  list: os.projects.list.handler(({ input, context }) => listProjects(context, input)),
  get: os.projects.get.handler(({ input, context: { store, timelines } }) =>
    summariseProject(store, timelines, unwrap(requireProject(store, input.projectId))),
  ),
  find: os.projects.find.handler(({ input, context: { store, timelines } }) =>
    summariseProject(store, timelines, unwrap(findProject(store, input.name))),
  ),
  search: os.projects.search.handler(({ input, context: { store } }) =>
    store.search(input.words, input.limit),
  ),
  watch: os.projects.watch.handler(({ input, context: { store }, signal }) =>
    watchProject(store, input.projectId, signal),
  ),
  openStory: os.projects.openStory.handler(async ({ input: { path, settings, fresh }, context }) => {
    unwrap(requireFileAccess(context));
    const style = unwrap(requireStyle(context.styles, settings.style));
    return unwrap(await openStory({ ...context, path, settings: { ...settings, style }, fresh }));
  }),
  create: os.projects.create.handler(async ({ input: { settings, ...wish }, context }) => {
    const style = unwrap(requireStyle(context.styles, settings.style));
    return unwrap(await createProject(context, { ...wish, settings: { ...settings, style } }));
  }),
  rename: os.projects.rename.handler(({ input: { projectId, title }, context: { store } }) =>
    editProject(store, projectId, 'Rename project', { title: title.trim() }),
  ),
  setStyle: os.projects.setStyle.handler(({ input: { projectId, style }, context: { store, styles } }) =>
    editProject(store, projectId, 'Change look', { style: unwrap(requireStyle(styles, style)) }),
  ),
  direct: os.projects.direct.handler(({ input: { projectId, direction }, context: { store } }) => {
    const project = unwrap(requireProject(store, projectId));
    return commitEdit(store, projectId, 'Direct the film', directProject(project, direction));
  }),
  setBudget: os.projects.setBudget.handler(({ input: { projectId, budgetUsdMicros }, context: { store } }) =>
    editProject(store, projectId, 'Set budget', { budgetUsdMicros }),
  ),
  duplicate: os.projects.duplicate.handler(({ input, context }) => {
    const copy = unwrap(duplicateProject(context, input.projectId));
    return summariseProject(context.store, context.timelines, copy);
  }),
  setTrashed: os.projects.setTrashed.handler(({ input: { projectId, trashed }, context }) => {
    const { store, clock, timelines } = context;
    const project = unwrap(requireProject(store, projectId));
    if ((project.trashedAtMs !== null) !== trashed) {
      const patch = patchOf([
        updateChange('project', project, { trashedAtMs: trashed ? clock.nowMs() : null }),
      ]);
      const label = trashed ? 'Put in the trash' : 'Take out of the trash';
      // No edit of what is in it: undo in the project would be a surprising way out of the trash.
      unwrap(store.commit(patch, { projectId, label, undoable: false }));
      if (trashed) endWork(context, projectId);
    }
    return summariseProject(store, timelines, unwrap(requireProject(store, projectId)));
  }),
  // From this computer: what other devices have of it is theirs, and it can be opened here again.
  deleteForever: os.projects.deleteForever.handler(({ input: { projectId }, context: { store, sync } }) =>
    unwrap(deleteProject(store, projectId, sync.letGo)),
  ),
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

/** As if somebody had cancelled it all: nothing more is paid for a film that was thrown away. */
function endWork({ activities, orchestrator, store }: StudioParts, projectId: ProjectId): void {
  for (const activity of activities.list()) {
    const isOver = activity.state !== 'running' && activity.state !== 'waiting';
    if (activity.projectId === projectId && !isOver && activity.kind !== 'export')
      activities.cancel(activity.id);
  }
  orchestrator.cancelThese(store.jobs.queued({ projectId }).map(({ id }) => id));
}

function editProject(store: Store, projectId: Project['id'], label: string, fields: Partial<Project>) {
  const project = unwrap(requireProject(store, projectId));
  return commitEdit(store, projectId, label, patchOf([updateChange('project', project, fields)]));
}
