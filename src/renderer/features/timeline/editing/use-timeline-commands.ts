import type { Placed } from '../../../../domain/timeline/queries.ts';
import type { Item } from '../../../../domain/timeline/records.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import type { Desk, Plan } from '../gestures/desk.ts';
import { filmClip, heardClip, isMoving, type PartWish } from '../parts/part-wish.ts';
import { atHand } from './at-hand.ts';
import {
  copyPlan,
  deletePlan,
  liftPlan,
  mutePlan,
  removeTransitionPlan,
  splitAllPlan,
  splitPlan,
  unlinkPlan,
} from './edit-plans.ts';
import { nudgePlan } from './nudge.ts';
import { runPlansAt } from './run-plan.ts';
import { endOfPlaced } from './selection.ts';
import { dissolvePlan, fadePlan, trimPlan } from './trim-plans.ts';
import { useAddingCommands } from './use-adding-commands.ts';
import { useSoundCommands } from './use-sound-commands.ts';

/** What the editing commands do: on what is selected, else at the playhead. */
export function useTimelineCommands(desk: Desk): void {
  const { projectId, view, cut } = desk;
  const hand = atHand(desk);
  const plans = runPlansAt(desk);
  const { run, runAndSelect, runAndLeave } = plans;
  const { index, selection } = hand;
  useAddingCommands(desk, hand, plans);
  useSoundCommands(desk, hand, run);

  const has = (): boolean => view.getState().itemIds.size > 0;
  const hasOne = (): boolean => selection().only !== null;
  const isLinked = (): boolean => hand.linkedClip() !== null;
  const isMuted = (): boolean => hand.clips().length > 0 && hand.clips().every(({ muted }) => muted);
  const split = (): Plan | null => splitPlan(projectId, hand.splitIds(), hand.playheadFlicks());
  const copied = () => cut.getState().copiedIds;
  const deletion = (ripple: boolean): Plan | null => {
    const { transitionId } = cut.getState();
    const transition = transitionId === null ? undefined : index().transitions.get(transitionId);
    if (transition !== undefined) return removeTransitionPlan(projectId, transition.leftItemId);
    const { placed } = selection();
    if (placed.length === 0) return null;
    // A hole that is deleted closes: there is nothing else to take away.
    const onlyGaps = placed.every(({ item }) => item.kind === 'gap');
    return deletePlan(projectId, hand.ids(), ripple || onlyGaps);
  };
  const remove = (ripple: boolean): void => {
    const plan = deletion(ripple);
    if (plan !== null) cut.setState({ transitionId: null });
    runAndLeave(plan);
  };
  const trim = (edge: 'start' | 'end'): void => {
    const target = hand.trimmed();
    if (target === null) return;
    const { ripple } = cut.getState();
    runAndSelect(trimPlan(projectId, index(), target, edge, hand.playheadFlicks(), ripple));
    if (edge === 'start' && ripple) view.setState({ playheadFlicks: target.startFlicks });
  };
  const nudge = (step: 1 | -1): void =>
    run(nudgePlan(projectId, index(), selection(), cut.getState().tool, step));
  const target = (): Placed | null => selection().only ?? hand.trimmed();
  const wish = (is: PartWish['is'], item: Item | null): void => {
    if (item !== null) cut.setState({ part: { is, itemId: item.id } });
  };
  const fade = (edge: 'in' | 'out'): void => {
    const { only } = selection();
    if (only !== null) run(fadePlan(projectId, index(), only, edge));
  };

  useCommands({
    'timeline.split': { run: () => runAndSelect(split()), enabled: () => split() !== null },
    'timeline.splitAll': { run: () => runAndSelect(splitAllPlan(projectId, hand.playheadFlicks())) },
    'timeline.copy': { run: () => cut.setState({ copiedIds: [...hand.ids()] }), enabled: has },
    'timeline.paste': {
      run: () => runAndSelect(copyPlan(projectId, copied(), hand.playheadFlicks())),
      enabled: () => copied().some((id) => index().items.has(id)),
    },
    'timeline.duplicate': {
      run: () => {
        const behindFlicks = Math.max(...selection().placed.map(endOfPlaced));
        runAndSelect(copyPlan(projectId, hand.ids(), behindFlicks));
      },
      enabled: has,
    },
    'timeline.delete': { run: () => remove(false), enabled: () => deletion(false) !== null },
    'timeline.rippleDelete': { run: () => remove(true), enabled: () => deletion(true) !== null },
    'timeline.closeGap': {
      run: () => {
        const gap = hand.gap();
        if (gap !== null) run(deletePlan(projectId, [gap.item.id], true));
      },
      enabled: () => hand.gap() !== null,
    },
    'timeline.trimStart': { run: () => trim('start'), enabled: () => hand.trimmed() !== null },
    'timeline.trimEnd': { run: () => trim('end'), enabled: () => hand.trimmed() !== null },
    'timeline.nudgeLeft': { run: () => nudge(-1), enabled: has },
    'timeline.nudgeRight': { run: () => nudge(1), enabled: has },
    'timeline.lift': {
      run: () => {
        const { only } = selection();
        if (only !== null) run(liftPlan(projectId, only.item.id));
      },
      enabled: () => selection().onMain.length === 1,
    },
    'timeline.unlink': {
      run: () => {
        const clip = hand.linkedClip();
        if (clip !== null) run(unlinkPlan(projectId, clip.id));
      },
      enabled: isLinked,
      checked: isLinked,
    },
    'timeline.dissolve': {
      run: () => run(dissolvePlan(projectId, index(), selection().onMain[0] ?? null, hand.playheadFlicks())),
      enabled: () => index().main.size > 1,
    },
    'timeline.removeTransition': {
      run: () => {
        const leftItemId = hand.transitionLeftId();
        cut.setState({ transitionId: null });
        if (leftItemId !== null) run(removeTransitionPlan(projectId, leftItemId));
      },
      enabled: () => hand.transitionLeftId() !== null,
    },
    'timeline.extend': {
      run: () => wish('extend', filmClip(index(), target())),
      enabled: () => filmClip(index(), target()) !== null,
    },
    'timeline.transcribe': {
      run: () => wish('transcribe', heardClip(target())),
      enabled: () => heardClip(target()) !== null,
    },
    'timeline.retake': {
      run: () => wish('retake', filmClip(index(), target())),
      enabled: () => isMoving(filmClip(index(), target())),
    },
    'timeline.fillGap': {
      run: () => wish('fill-gap', hand.gap()?.item ?? null),
      enabled: () => hand.gap() !== null,
    },
    'timeline.fadeIn': { run: () => fade('in'), enabled: hasOne },
    'timeline.fadeOut': { run: () => fade('out'), enabled: hasOne },
    'timeline.mute': {
      run: () => {
        const itemIds = hand.clips().map(({ id }) => id);
        run(mutePlan(projectId, itemIds, !isMuted()));
      },
      enabled: () => hand.clips().length > 0,
      checked: isMuted,
    },
  });
}
