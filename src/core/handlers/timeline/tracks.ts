import {
  addTrack,
  deleteTrack,
  moveTrack,
  renameTrack,
} from '../../../domain/timeline/commands/edit-tracks.ts';
import { type SetTrack, setTrack } from '../../../domain/timeline/commands/set-track.ts';
import { type SetTrackSound, setTrackSound } from '../../../domain/timeline/commands/set-track-sound.ts';
import { os } from '../implementer.ts';
import { type EditLabel, editTimeline } from './edit-timeline.ts';

export const trackHandlers = {
  addTrack: os.timeline.addTrack.handler(({ input, context }) =>
    editTimeline(context, input.projectId, 'Add track', (index, newId) =>
      addTrack(index, { ...input, newId }),
    ),
  ),
  renameTrack: os.timeline.renameTrack.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Rename track', (index) => renameTrack(index, input)),
  ),
  moveTrack: os.timeline.moveTrack.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Move track', (index) => moveTrack(index, input)),
  ),
  deleteTrack: os.timeline.deleteTrack.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Delete track', (index) => deleteTrack(index, input)),
  ),
  setTrack: os.timeline.setTrack.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, trackLabel(input), (index) => setTrack(index, input)),
  ),
  setTrackSound: os.timeline.setTrackSound.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, soundLabel(input), (index) => setTrackSound(index, input)),
  ),
};

function soundLabel({ role, ducks }: SetTrackSound): string {
  if (role !== undefined) return 'Change use of track';
  return ducks === true ? 'Lower track under dialogue' : 'Keep track level under dialogue';
}

/** By what changes: a track that is muted and hidden at once was muted first. */
function trackLabel({ trackId, muted, hidden }: SetTrack): EditLabel {
  return (index) => {
    if (index.tracks.get(trackId)?.muted !== muted) return muted ? 'Mute track' : 'Unmute track';
    return hidden ? 'Hide track' : 'Show track';
  };
}
