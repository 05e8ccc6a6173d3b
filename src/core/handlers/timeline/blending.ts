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

function fadeLabel({ edge, durationFlicks }: Pick<SetFade, 'edge' | 'durationFlicks'>): string {
  if (durationFlicks === 0) return edge === 'in' ? 'Remove fade-in' : 'Remove fade-out';
  return edge === 'in' ? 'Fade in' : 'Fade out';
}
