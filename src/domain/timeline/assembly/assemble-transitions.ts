import { deriveId } from '../../kernel/derive-id.ts';
import { type ProjectId, type ShotId, TransitionId } from '../../kernel/ids.ts';
import { type FrameRate, frameFlicks, secondsToFlicks, snapToFrame } from '../../kernel/time.ts';
import type { TransitionOut } from '../../shots/shot.ts';
import type { PatchDraft } from '../patch-draft.ts';
import type { Transition } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { isAllUntouched } from './assembled.ts';
import type { ClipPlan } from './clip-plans.ts';

const transitionSeconds = 1;

/**
 * Makes the cut after a shot what its `transitionOut` says, when that changed since it was last written and no person
 * has touched the transition. Call it after the clip itself is in the draft.
 */
export function assembleTransition(
  draft: PatchDraft,
  index: TimelineIndex,
  plan: ClipPlan,
  next: ClipPlan | null,
  rate: FrameRate,
): void {
  const clip = draft.get('item', plan.clipId) ?? plan.primary;
  if (clip?.kind !== 'clip' || clip.assembled === null) return;
  const kind = next === null ? null : transitionKind(plan.shot.transitionOut);
  if ((clip.assembled['transition'] ?? null) === kind) return;
  draft.update('item', plan.primary ?? clip, { assembled: { ...clip.assembled, transition: kind } });

  const id = transitionIdOf(clip.projectId, plan.shot.id);
  const old = index.transitions.get(id);
  if (old !== undefined) {
    if (!isAllUntouched(old)) return;
    if (kind === null) draft.remove('transition', old);
    else draft.update('transition', old, { kind, assembled: { ...old.assembled, kind } });
    return;
  }
  const durationFlicks = transitionLength(plan, next, rate);
  if (kind === null || durationFlicks === 0 || index.byLeft.has(clip.id)) return;
  draft.add('transition', {
    id,
    projectId: clip.projectId,
    leftItemId: clip.id,
    kind,
    durationFlicks,
    assembled: { kind, durationFlicks },
  });
}

function transitionKind(out: TransitionOut): Transition['kind'] | null {
  switch (out) {
    case 'cut':
      return null;
    case 'dissolve':
      return 'dissolve';
    case 'fade-to-black':
      return 'fade-black';
    case 'fade-to-white':
      return 'fade-white';
  }
}

/** A second, or as much as half of both shots allows; 0 when that is less than two frames. */
function transitionLength(left: ClipPlan, right: ClipPlan | null, rate: FrameRate): number {
  const frame = frameFlicks(rate);
  const shortest = Math.min(left.durationFlicks, right?.durationFlicks ?? 0);
  const half = Math.floor(shortest / 2 / frame) * frame;
  const length = Math.min(snapToFrame(secondsToFlicks(transitionSeconds), rate), 2 * half);
  return length < 2 * frame ? 0 : length;
}

/** The id of the transition that assembly puts behind a shot. */
export function transitionIdOf(projectId: ProjectId, shotId: ShotId): TransitionId {
  return TransitionId.parse(deriveId('transition', projectId, shotId));
}
