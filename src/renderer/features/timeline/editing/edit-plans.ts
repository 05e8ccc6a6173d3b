import type { ItemId, ProjectId } from '../../../../domain/kernel/ids.ts';
import { deleteItems } from '../../../../domain/timeline/commands/delete-items.ts';
import { duplicateItems } from '../../../../domain/timeline/commands/duplicate-items.ts';
import { liftItem } from '../../../../domain/timeline/commands/lift-item.ts';
import { linkToShot } from '../../../../domain/timeline/commands/link-to-shot.ts';
import { setClips } from '../../../../domain/timeline/commands/set-clips.ts';
import { removeTransition } from '../../../../domain/timeline/commands/set-transition.ts';
import { splitAll } from '../../../../domain/timeline/commands/split-all.ts';
import { splitItem } from '../../../../domain/timeline/commands/split-item.ts';
import { type Plan, shownId } from '../gestures/desk.ts';

/** One item cut in two; several at one time are cut together. */
export function splitPlan(projectId: ProjectId, itemIds: readonly ItemId[], atFlicks: number): Plan | null {
  const [itemId] = itemIds;
  if (itemId === undefined) return null;
  if (itemIds.length > 1) return splitAllPlan(projectId, atFlicks);
  const input = { itemId, atFlicks };
  return {
    step: (now) => splitItem(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.split({ projectId, ...input }),
  };
}

/** A cut through every track at a time. */
export function splitAllPlan(projectId: ProjectId, atFlicks: number): Plan {
  return {
    step: (now) => splitAll(now, { atFlicks, newId: shownId }),
    call: (timeline) => timeline.splitAll({ projectId, atFlicks }),
  };
}

/** Items taken away; with `ripple` what follows closes up. */
export function deletePlan(projectId: ProjectId, itemIds: readonly ItemId[], ripple: boolean): Plan {
  const input = { itemIds: [...itemIds], ripple };
  return {
    step: (now) => deleteItems(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.deleteItems({ projectId, ...input }),
  };
}

export function removeTransitionPlan(projectId: ProjectId, leftItemId: ItemId): Plan {
  return {
    step: (now) => removeTransition(now, { leftItemId }),
    call: (timeline) => timeline.removeTransition({ projectId, leftItemId }),
  };
}

export function copyPlan(projectId: ProjectId, itemIds: readonly ItemId[], atFlicks: number): Plan {
  const input = { itemIds: [...itemIds], atFlicks };
  return {
    step: (now) => duplicateItems(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.duplicateItems({ projectId, ...input }),
  };
}

/** A clip of the film put on a track above; a gap keeps its place. */
export function liftPlan(projectId: ProjectId, itemId: ItemId): Plan {
  const input = { itemId, trackId: null };
  return {
    step: (now) => liftItem(now, { ...input, newId: shownId }),
    call: (timeline) => timeline.lift({ projectId, ...input }),
  };
}

/** A clip that no longer follows its shot's chosen take. */
export function unlinkPlan(projectId: ProjectId, itemId: ItemId): Plan {
  return {
    step: (now) => linkToShot(now, { itemId, shot: null }),
    call: (timeline) => timeline.linkToShot({ projectId, itemId, shotId: null }),
  };
}

export function mutePlan(projectId: ProjectId, itemIds: readonly ItemId[], muted: boolean): Plan {
  const input = { itemIds: [...itemIds], muted };
  return {
    step: (now) => setClips(now, input),
    call: (timeline) => timeline.setClips({ projectId, ...input }),
  };
}
