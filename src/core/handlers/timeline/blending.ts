import { type SetClips, setClips } from '../../../domain/timeline/commands/set-clips.ts';
import { type SetFade, setFade } from '../../../domain/timeline/commands/set-fade.ts';
import { setGain } from '../../../domain/timeline/commands/set-gain.ts';
import { removeTransition, setTransition } from '../../../domain/timeline/commands/set-transition.ts';
import type { Transition } from '../../../domain/timeline/records.ts';
import { os } from '../implementer.ts';
import { editTimeline } from './edit-timeline.ts';

const transitionLabels = {
  dissolve: 'Dissolve',
  'fade-black': 'Fade through black',
  'fade-white': 'Fade through white',
} as const satisfies Record<Transition['kind'], string>;

export const blendingHandlers = {
  setPicture: os.timeline.setPicture.handler(({ input: { projectId, itemId, ...settings }, context }) =>
    editTimeline(context, projectId, settingsLabel(settings), (index) =>
      setClips(index, { itemIds: [itemId], ...settings }),
    ),
  ),
  setMuted: os.timeline.setMuted.handler(({ input: { projectId, itemId, muted }, context }) =>
    editTimeline(context, projectId, settingsLabel({ muted }), (index) =>
      setClips(index, { itemIds: [itemId], muted }),
    ),
  ),
  setClips: os.timeline.setClips.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, settingsLabel(input), (index) => setClips(index, input)),
  ),
  setGain: os.timeline.setGain.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Change volume', (index) => setGain(index, input)),
  ),
  setFade: os.timeline.setFade.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, fadeLabel(input), (index) => setFade(index, input)),
  ),
  setTransition: os.timeline.setTransition.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, transitionLabels[input.kind], (index, newId) =>
      setTransition(index, { ...input, newId }),
    ),
  ),
  removeTransition: os.timeline.removeTransition.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Remove transition', (index) => removeTransition(index, input)),
  ),
};

/** By the first thing that is set. */
function settingsLabel({ opacity, fit, gainDb, ducks, loops, muted }: Omit<SetClips, 'itemIds'>): string {
  if (opacity !== undefined) return 'Change opacity';
  if (fit !== undefined) return fit === 'fit' ? 'Fit picture' : 'Fill frame';
  if (gainDb !== undefined) return 'Change volume';
  if (ducks !== undefined) return ducks ? 'Lower clip under dialogue' : 'Keep clip level under dialogue';
  if (loops !== undefined) return loops ? 'Loop clip' : 'Stop looping clip';
  return muted === false ? 'Unmute clip' : 'Mute clip';
}

function fadeLabel({ edge, durationFlicks }: Pick<SetFade, 'edge' | 'durationFlicks'>): string {
  if (durationFlicks === 0) return edge === 'in' ? 'Remove fade-in' : 'Remove fade-out';
  return edge === 'in' ? 'Fade in' : 'Fade out';
}
