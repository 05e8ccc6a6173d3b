import { deleteItem } from '../../../domain/timeline/commands/delete-item.ts';
import { liftItem } from '../../../domain/timeline/commands/lift-item.ts';
import { moveItem } from '../../../domain/timeline/commands/move-item.ts';
import { placeItem } from '../../../domain/timeline/commands/place-item.ts';
import { rippleDelete } from '../../../domain/timeline/commands/ripple-delete.ts';
import { setAnchor } from '../../../domain/timeline/commands/set-anchor.ts';
import { type SetTrack, setTrack } from '../../../domain/timeline/commands/set-track.ts';
import { os } from '../implementer.ts';
import { type EditLabel, editTimeline, onItem } from './edit-timeline.ts';

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
  setTrack: os.timeline.setTrack.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, trackLabel(input), (index) => setTrack(index, input)),
  ),
};

/** By what changes: a track that is muted and hidden at once was muted first. */
function trackLabel({ trackId, muted, hidden }: SetTrack): EditLabel {
  return (index) => {
    if (index.tracks.get(trackId)?.muted !== muted) return muted ? 'Mute track' : 'Unmute track';
    return hidden ? 'Hide track' : 'Show track';
  };
}
