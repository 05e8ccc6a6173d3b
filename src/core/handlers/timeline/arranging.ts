import { deleteItem } from '../../../domain/timeline/commands/delete-item.ts';
import { deleteItems } from '../../../domain/timeline/commands/delete-items.ts';
import { duplicateItems } from '../../../domain/timeline/commands/duplicate-items.ts';
import { liftItem } from '../../../domain/timeline/commands/lift-item.ts';
import { liftItems } from '../../../domain/timeline/commands/lift-items.ts';
import { lowerItems } from '../../../domain/timeline/commands/lower-items.ts';
import { moveItem } from '../../../domain/timeline/commands/move-item.ts';
import { moveItems } from '../../../domain/timeline/commands/move-items.ts';
import { placeItem } from '../../../domain/timeline/commands/place-item.ts';
import { rippleDelete } from '../../../domain/timeline/commands/ripple-delete.ts';
import { setAnchor } from '../../../domain/timeline/commands/set-anchor.ts';
import { shiftItems } from '../../../domain/timeline/commands/shift-items.ts';
import { os } from '../implementer.ts';
import { editTimeline, onItem, onItems } from './edit-timeline.ts';

export const arrangingHandlers = {
  move: os.timeline.move.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Move', input.itemId), (index) => moveItem(index, input)),
  ),
  place: os.timeline.place.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Move', input.itemId), (index) => placeItem(index, input)),
  ),
  lift: os.timeline.lift.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Lift', input.itemId), (index, newId) =>
      liftItem(index, { ...input, newId }),
    ),
  ),
  liftItems: os.timeline.liftItems.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItems('Lift', input.itemIds), (index, newId) =>
      liftItems(index, { ...input, newId }),
    ),
  ),
  lowerItems: os.timeline.lowerItems.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItems('Lower', input.itemIds), (index, newId) =>
      lowerItems(index, { ...input, newId }),
    ),
  ),
  setAnchor: os.timeline.setAnchor.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem(input.to === null ? 'Unlink' : 'Link', input.itemId), (index) =>
      setAnchor(index, input),
    ),
  ),
  delete: os.timeline.delete.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Delete', input.itemId), (index, newId) =>
      deleteItem(index, { ...input, newId }),
    ),
  ),
  rippleDelete: os.timeline.rippleDelete.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Ripple delete', input.itemId), (index) =>
      rippleDelete(index, input),
    ),
  ),
  moveItems: os.timeline.moveItems.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItems('Move', input.itemIds), (index) => moveItems(index, input)),
  ),
  duplicateItems: os.timeline.duplicateItems.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItems('Duplicate', input.itemIds), (index, newId) =>
      duplicateItems(index, { ...input, newId }),
    ),
  ),
  deleteItems: os.timeline.deleteItems.handler(({ input: { projectId, ...input }, context }) => {
    const label = onItems(input.ripple ? 'Ripple delete' : 'Delete', input.itemIds);
    return editTimeline(context, projectId, label, (index, newId) => deleteItems(index, { ...input, newId }));
  }),
  shiftItems: os.timeline.shiftItems.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItems('Move', input.itemIds), (index) => shiftItems(index, input)),
  ),
};
