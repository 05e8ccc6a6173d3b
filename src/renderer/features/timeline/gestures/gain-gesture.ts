import { setGain } from '../../../../domain/timeline/commands/set-gain.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { gainAtPx, gainLinePx, type SoundSpan } from '../geometry/gain-line.ts';
import type { Desk, Gesture, Plan, Pointer } from './desk.ts';

/** With Shift the line moves by a tenth of the way of the pointer. */
const fineShare = 0.1;

/** Drags the line of a clip's gain up and down. */
export function gainGesture(desk: Desk, start: Pointer, clip: ClipItem, span: SoundSpan): Gesture {
  const { live, overlay, projectId } = desk;
  const from = gainLinePx(span, clip.gainDb);
  let plan: Plan | null = null;
  return {
    cursor: 'ns-resize',
    move(pointer) {
      const by = (pointer.stackPx - start.stackPx) * (pointer.shift ? fineShare : 1);
      const gainDb = by === 0 ? clip.gainDb : gainAtPx(span, from + by);
      const input = { itemId: clip.id, gainDb };
      const step: Plan['step'] = (index) => setGain(index, input);
      const result = live.preview(gainDb === clip.gainDb ? null : step);
      plan =
        gainDb === clip.gainDb || !result.ok
          ? null
          : { step, call: (timeline) => timeline.setGain({ projectId, ...input }) };
      overlay.tip(desk.gainWords(gainDb), pointer);
    },
    end(_pointer, moved) {
      overlay.clear();
      if (plan === null || !moved) live.preview(null);
      else void desk.commit(plan);
    },
    cancel() {
      overlay.clear();
      live.preview(null);
    },
  };
}
