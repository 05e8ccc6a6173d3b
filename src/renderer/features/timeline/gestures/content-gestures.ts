import { slideItem } from '../../../../domain/timeline/commands/slide-item.ts';
import { slipClip } from '../../../../domain/timeline/commands/slip-clip.ts';
import type { Placed } from '../../../../domain/timeline/queries.ts';
import type { Desk, Gesture, Pointer } from './desk.ts';
import { dragTime } from './drag-time.ts';

/** Shows another stretch of the medium: dragged to the left, a later one comes into sight. */
export function slipGesture(desk: Desk, start: Pointer, { item }: Placed): Gesture {
  const { projectId } = desk;
  return dragTime(desk, start, {
    cursor: 'ew-resize',
    moving: [],
    except: new Set(),
    clamps: true,
    snaps: false,
    planOf(byFlicks) {
      if (byFlicks === 0) return null;
      const input = { itemId: item.id, byFlicks: -byFlicks };
      return {
        step: (index) => slipClip(index, input),
        call: (timeline) => timeline.slip({ projectId, ...input }),
      };
    },
  });
}

/** Moves a clip between its neighbours. */
export function slideGesture(desk: Desk, start: Pointer, { item, startFlicks }: Placed): Gesture {
  const { projectId } = desk;
  return dragTime(desk, start, {
    cursor: 'ew-resize',
    moving: [startFlicks, startFlicks + item.durationFlicks],
    except: new Set([item.id]),
    clamps: true,
    planOf(byFlicks) {
      if (byFlicks === 0) return null;
      const input = { itemId: item.id, byFlicks };
      return {
        step: (index) => slideItem(index, input),
        call: (timeline) => timeline.slide({ projectId, ...input }),
      };
    },
  });
}
