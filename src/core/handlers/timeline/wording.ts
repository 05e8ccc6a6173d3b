import { addCaption, addTitle } from '../../../domain/timeline/commands/add-title.ts';
import { editCaption } from '../../../domain/timeline/commands/edit-caption.ts';
import { editTitle } from '../../../domain/timeline/commands/edit-title.ts';
import { os } from '../implementer.ts';
import { editTimeline } from './edit-timeline.ts';

export const wordingHandlers = {
  addTitle: os.timeline.addTitle.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Add title', (index, newId) => addTitle(index, { ...input, newId })),
  ),
  editTitle: os.timeline.editTitle.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Edit title', (index) => editTitle(index, input)),
  ),
  addCaption: os.timeline.addCaption.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Add caption', (index, newId) => addCaption(index, { ...input, newId })),
  ),
  editCaption: os.timeline.editCaption.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Edit caption', (index) => editCaption(index, input)),
  ),
};
