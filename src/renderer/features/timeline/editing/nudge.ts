import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { frameFlicks } from '../../../../domain/kernel/time.ts';
import { moveItems } from '../../../../domain/timeline/commands/move-items.ts';
import { rollCut } from '../../../../domain/timeline/commands/roll-cut.ts';
import { shiftItems } from '../../../../domain/timeline/commands/shift-items.ts';
import { slideItem } from '../../../../domain/timeline/commands/slide-item.ts';
import { slipClip } from '../../../../domain/timeline/commands/slip-clip.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { CutTool } from '../cut-view.ts';
import type { Plan } from '../gestures/desk.ts';
import { endOfPlaced, type Selection } from './selection.ts';

/**
 * One step with the keyboard, as the tool in hand would drag: a cut rolls, a clip slips or slides by a frame. With the
 * select tool items of other tracks move by a frame, and clips of the film change places with their neighbour.
 */
export function nudgePlan(
  projectId: ProjectId,
  index: TimelineIndex,
  selection: Selection,
  tool: CutTool,
  step: 1 | -1,
): Plan | null {
  const byFlicks = step * frameFlicks(index.rate);
  const [clip] = selection.onMain;
  if (clip !== undefined) {
    const itemId = clip.item.id;
    switch (tool) {
      case 'roll': {
        const input = { leftItemId: itemId, toFlicks: endOfPlaced(clip) + byFlicks };
        return {
          step: (now) => rollCut(now, input),
          call: (timeline) => timeline.roll({ projectId, ...input }),
        };
      }
      case 'slide': {
        const input = { itemId, byFlicks };
        return {
          step: (now) => slideItem(now, input),
          call: (timeline) => timeline.slide({ projectId, ...input }),
        };
      }
      default:
    }
  }
  const [first] = selection.placed;
  if (tool === 'slip' && first?.item.kind === 'clip') {
    const input = { itemId: first.item.id, byFlicks: -byFlicks };
    return {
      step: (now) => slipClip(now, input),
      call: (timeline) => timeline.slip({ projectId, ...input }),
    };
  }
  if (selection.onMain.length > 0) return reorderPlan(projectId, index, selection, step);
  if (selection.others.length === 0) return null;
  const input = { itemIds: selection.others.map(({ item }) => item.id), byFlicks };
  return {
    step: (now) => shiftItems(now, input),
    call: (timeline) => timeline.shiftItems({ projectId, ...input }),
  };
}

function reorderPlan(
  projectId: ProjectId,
  index: TimelineIndex,
  { onMain }: Selection,
  step: 1 | -1,
): Plan | null {
  const [first, last] = [onMain[0]?.item, onMain.at(-1)?.item];
  if (first === undefined || last === undefined) return null;
  const before = index.main.before(first);
  const after = index.main.after(last);
  if (step === -1 ? before === null : after === null) return null;
  const target = step === -1 ? before : after === null ? null : index.main.after(after);
  const input = { itemIds: onMain.map(({ item }) => item.id), beforeItemId: target?.id ?? null };
  return {
    step: (now) => moveItems(now, input),
    call: (timeline) => timeline.moveItems({ projectId, ...input }),
  };
}
