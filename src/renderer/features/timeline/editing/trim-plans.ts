import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { frameFlicks, secondsToFlicks, snapToFrame } from '../../../../domain/kernel/time.ts';
import { rippleTrim } from '../../../../domain/timeline/commands/ripple-trim.ts';
import { setFade } from '../../../../domain/timeline/commands/set-fade.ts';
import { setTransition } from '../../../../domain/timeline/commands/set-transition.ts';
import { trimItem } from '../../../../domain/timeline/commands/trim-item.ts';
import { isOnMain, mainItemAt, type Placed } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { halfOf } from '../../../../domain/timeline/transition-span.ts';
import { type Plan, shownId } from '../gestures/desk.ts';

const fadeSeconds = 0.5;
const dissolveSeconds = 1;

/** An edge brought to a time: on the film track what follows comes along where `ripple` says so. */
export function trimPlan(
  projectId: ProjectId,
  index: TimelineIndex,
  { item }: Placed,
  edge: 'start' | 'end',
  toFlicks: number,
  ripple: boolean,
): Plan {
  const input = { itemId: item.id, edge, toFlicks };
  return ripple && isOnMain(index, item)
    ? {
        step: (now) => rippleTrim(now, input),
        call: (timeline) => timeline.rippleTrim({ projectId, ...input }),
      }
    : {
        step: (now) => trimItem(now, { ...input, newId: shownId }),
        call: (timeline) => timeline.trim({ projectId, ...input }),
      };
}

/** A fade of half a second, or none where there is one. */
export function fadePlan(
  projectId: ProjectId,
  index: TimelineIndex,
  { item }: Placed,
  edge: 'in' | 'out',
): Plan | null {
  if (item.kind !== 'clip' && item.kind !== 'title') return null;
  const now = edge === 'in' ? item.fadeInFlicks : item.fadeOutFlicks;
  const half = Math.floor(item.durationFlicks / 2 / frameFlicks(index.rate)) * frameFlicks(index.rate);
  const durationFlicks = now > 0 ? 0 : Math.min(half, snapToFrame(secondsToFlicks(fadeSeconds), index.rate));
  const input = { itemId: item.id, edge, durationFlicks };
  return {
    step: (at) => setFade(at, input),
    call: (timeline) => timeline.setFade({ projectId, ...input }),
  };
}

/** A dissolve at the cut that is nearest to a time, as long as its neighbours allow; null where there is no cut. */
export function dissolvePlan(
  projectId: ProjectId,
  index: TimelineIndex,
  chosen: Placed | null,
  atFlicks: number,
): Plan | null {
  const left = chosen ?? leftOfNearestCut(index, atFlicks);
  const right = left === null ? null : index.main.after(left.item);
  if (left === null || right === null) return null;
  const frame = frameFlicks(index.rate);
  const most = halfOf(left.item, frame) + halfOf(right, frame);
  const durationFlicks = Math.max(
    frame,
    Math.min(most, snapToFrame(secondsToFlicks(dissolveSeconds), index.rate)),
  );
  const input = { leftItemId: left.item.id, kind: 'dissolve', durationFlicks } as const;
  return {
    step: (now) => setTransition(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.setTransition({ projectId, ...input }),
  };
}

function leftOfNearestCut(index: TimelineIndex, atFlicks: number): Placed | null {
  const here = mainItemAt(index, Math.max(0, Math.min(atFlicks, index.main.durationFlicks - 1)));
  if (here === null) return null;
  const before = index.main.before(here.item);
  const isNearStart = atFlicks - here.startFlicks < here.item.durationFlicks / 2;
  if (!isNearStart || before === null) return here;
  return { item: before, startFlicks: here.startFlicks - before.durationFlicks };
}
