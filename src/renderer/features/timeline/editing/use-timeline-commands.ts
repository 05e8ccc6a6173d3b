import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { secondsToFlicks, snapToFrame } from '../../../../domain/kernel/time.ts';
import { deleteItems } from '../../../../domain/timeline/commands/delete-items.ts';
import { duplicateItems } from '../../../../domain/timeline/commands/duplicate-items.ts';
import { liftItem } from '../../../../domain/timeline/commands/lift-item.ts';
import { linkToShot } from '../../../../domain/timeline/commands/link-to-shot.ts';
import { setClips } from '../../../../domain/timeline/commands/set-clips.ts';
import { removeTransition } from '../../../../domain/timeline/commands/set-transition.ts';
import { splitAll } from '../../../../domain/timeline/commands/split-all.ts';
import { splitItem } from '../../../../domain/timeline/commands/split-item.ts';
import { mainItemAt } from '../../../../domain/timeline/queries.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import { type Desk, type Plan, shownId } from '../gestures/desk.ts';
import { mainClipPlan, placedClipPlan, sourceClip } from '../stage/new-clip-plan.ts';
import { nudgePlan } from './nudge.ts';
import { endOfPlaced, isUnder, type Selection, selectionOf } from './selection.ts';
import { dissolvePlan, fadePlan, trimPlan } from './trim-plans.ts';

/** What the editing commands do: on what is selected, else at the playhead. */
export function useTimelineCommands(desk: Desk): void {
  const { live, view: cut, imported, sourcePlace } = useCut();
  const { client } = useStudio();
  const words = useWords('timeline');
  const edit = useEdit();
  const { projectId, view } = desk;

  const index = () => live.index();
  const playhead = (): number => view.getState().playheadFlicks;
  const chosen = (): Selection => selectionOf(index(), view.getState().itemIds);
  const has = (): boolean => view.getState().itemIds.size > 0;
  const ids = ({ placed }: Selection): ItemId[] => placed.map(({ item }) => item.id);
  /** Does it, and selects what it made. */
  const run = async (plan: Plan | null): Promise<void> => {
    if (plan === null) return;
    const receipt = await desk.commit(plan);
    const added =
      receipt?.added.filter(({ entity }) => entity === 'item').map(({ id }) => id as ItemId) ?? [];
    if (added.length > 0) view.setState({ itemIds: new Set(added) });
  };
  const doPlan = (plan: Plan | null): void => void run(plan);

  const split = (): Plan | null => {
    const at = playhead();
    const wanted = chosen().placed.filter((placed) => isUnder(placed, at));
    const main = mainItemAt(index(), at);
    const targets = wanted.length > 0 ? wanted : main !== null && isUnder(main, at) ? [main] : [];
    const [only] = targets;
    if (only === undefined) return null;
    if (targets.length > 1) return splitAllPlan(at);
    const input = { itemId: only.item.id, atFlicks: at };
    return {
      step: (now) => splitItem(now, { ...input, newId: shownId }),
      call: (timeline) => timeline.split({ projectId, ...input }),
    };
  };
  const splitAllPlan = (atFlicks: number): Plan => ({
    step: (now) => splitAll(now, { atFlicks, newId: shownId }),
    call: (timeline) => timeline.splitAll({ projectId, atFlicks }),
  });
  const deletion = (ripple: boolean): Plan | null => {
    const { transitionId } = cut.getState();
    const transition = transitionId === null ? undefined : index().transitions.get(transitionId);
    if (transition !== undefined) return removal(transition.leftItemId);
    const selection = chosen();
    if (selection.placed.length === 0) return null;
    // A hole that is deleted closes: there is nothing else to take away.
    const onlyGaps = selection.placed.every(({ item }) => item.kind === 'gap');
    const input = { itemIds: ids(selection), ripple: ripple || onlyGaps };
    return {
      step: (now) => deleteItems(now, { ...input, newId: shownId }),
      call: (timeline) => timeline.deleteItems({ projectId, ...input }),
    };
  };
  const removal = (leftItemId: ItemId): Plan => ({
    step: (now) => removeTransition(now, { leftItemId }),
    call: (timeline) => timeline.removeTransition({ projectId, leftItemId }),
  });
  const remove = (ripple: boolean): void => {
    const plan = deletion(ripple);
    if (plan === null) return;
    cut.setState({ transitionId: null });
    void desk.commit(plan).then((receipt) => receipt !== null && view.setState({ itemIds: new Set() }));
  };
  const copies = (itemIds: readonly ItemId[], atFlicks: number): Plan => {
    const input = { itemIds: [...itemIds], atFlicks };
    return {
      step: (now) => duplicateItems(now, { ...input, newId: shownId }),
      call: (timeline) => timeline.duplicateItems({ projectId, ...input }),
    };
  };
  const trimTarget = () => {
    const at = playhead();
    return chosen().placed.find((placed) => isUnder(placed, at)) ?? mainItemAt(index(), at);
  };
  const trim = (edge: 'start' | 'end'): void => {
    const target = trimTarget();
    if (target === null) return;
    const at = playhead();
    const { ripple } = cut.getState();
    doPlan(trimPlan(projectId, index(), target, edge, at, ripple));
    if (edge === 'start' && ripple) view.setState({ playheadFlicks: target.startFlicks });
  };
  const source = () => {
    const { source: medium, sourceShown } = cut.getState();
    const marks = sourceShown ? sourcePlace.getState() : undefined;
    return medium === null ? null : sourceClip(desk.mirror, medium, imported.getState().assets, marks);
  };
  const bringIn = (way: 'insert' | 'overwrite'): void => {
    const clip = source();
    if (clip === null) return;
    doPlan(
      clip.kind === 'audio'
        ? placedClipPlan(desk, clip, null, playhead())
        : mainClipPlan(desk, clip, way, playhead()),
    );
  };
  const onlyClips = () => chosen().placed.filter(({ item }) => item.kind === 'clip');
  const isAllMuted = (): boolean => onlyClips().every(({ item }) => item.kind === 'clip' && item.muted);
  const gapHere = () => {
    const at = mainItemAt(index(), playhead());
    const gap = chosen().onMain.find(({ item }) => item.kind === 'gap') ?? at;
    return gap?.item.kind === 'gap' ? gap : null;
  };
  const transitionTarget = (): ItemId | null => {
    const { transitionId } = cut.getState();
    const selected = transitionId === null ? undefined : index().transitions.get(transitionId);
    if (selected !== undefined) return selected.leftItemId;
    const only = chosen().only;
    return only !== null && index().byLeft.has(only.item.id) ? only.item.id : null;
  };
  const threeSeconds = snapToFrame(secondsToFlicks(3), index().rate, true);

  useCommands({
    'timeline.assemble': { run: () => void edit(() => client.timeline.assemble({ projectId })) },
    'timeline.split': { run: () => doPlan(split()), enabled: () => split() !== null },
    'timeline.splitAll': { run: () => doPlan(splitAllPlan(playhead())) },
    'timeline.copy': { run: () => cut.setState({ copiedIds: ids(chosen()) }), enabled: has },
    'timeline.paste': {
      run: () => doPlan(copies(cut.getState().copiedIds, playhead())),
      enabled: () => cut.getState().copiedIds.some((id) => index().items.has(id)),
    },
    'timeline.duplicate': {
      run: () => {
        const selection = chosen();
        doPlan(copies(ids(selection), Math.max(...selection.placed.map(endOfPlaced))));
      },
      enabled: has,
    },
    'timeline.delete': { run: () => remove(false), enabled: () => deletion(false) !== null },
    'timeline.rippleDelete': { run: () => remove(true), enabled: () => deletion(true) !== null },
    'timeline.closeGap': {
      run: () => {
        const gap = gapHere();
        if (gap === null) return;
        const input = { itemIds: [gap.item.id], ripple: true };
        doPlan({
          step: (now) => deleteItems(now, { ...input, newId: shownId }),
          call: (timeline) => timeline.deleteItems({ projectId, ...input }),
        });
      },
      enabled: () => gapHere() !== null,
    },
    'timeline.trimStart': { run: () => trim('start'), enabled: () => trimTarget() !== null },
    'timeline.trimEnd': { run: () => trim('end'), enabled: () => trimTarget() !== null },
    'timeline.nudgeLeft': {
      run: () => void planOnly(nudgePlan(projectId, index(), chosen(), cut.getState().tool, -1)),
      enabled: has,
    },
    'timeline.nudgeRight': {
      run: () => void planOnly(nudgePlan(projectId, index(), chosen(), cut.getState().tool, 1)),
      enabled: has,
    },
    'timeline.lift': {
      run: () => {
        const only = chosen().only;
        if (only === null) return;
        const input = { itemId: only.item.id, trackId: null };
        void planOnly({
          step: (now) => liftItem(now, { ...input, newId: shownId }),
          call: (timeline) => timeline.lift({ projectId, ...input }),
        });
      },
      enabled: () => chosen().onMain.length === 1,
    },
    'timeline.unlink': {
      run: () => {
        const item = chosen().only?.item;
        if (item?.kind !== 'clip' || item.shotId === null) return;
        const input = { itemId: item.id, shotId: null };
        void planOnly({
          step: (now) => linkToShot(now, { itemId: item.id, shot: null }),
          call: (timeline) => timeline.linkToShot({ projectId, ...input }),
        });
      },
      enabled: () => {
        const item = chosen().only?.item;
        return item?.kind === 'clip' && item.shotId !== null;
      },
      checked: () => {
        const item = chosen().only?.item;
        return item?.kind === 'clip' && item.shotId !== null;
      },
    },
    'timeline.dissolve': {
      run: () => void planOnly(dissolvePlan(projectId, index(), chosen().onMain[0] ?? null, playhead())),
      enabled: () => index().main.size > 1,
    },
    'timeline.removeTransition': {
      run: () => {
        const left = transitionTarget();
        cut.setState({ transitionId: null });
        if (left !== null) void planOnly(removal(left));
      },
      enabled: () => transitionTarget() !== null,
    },
    'timeline.fadeIn': {
      run: () => void fade('in'),
      enabled: () => chosen().only !== null,
    },
    'timeline.fadeOut': {
      run: () => void fade('out'),
      enabled: () => chosen().only !== null,
    },
    'timeline.addTitle': {
      run: () =>
        void edit(() =>
          client.timeline.addTitle({
            projectId,
            trackId: null,
            atFlicks: playhead(),
            durationFlicks: threeSeconds,
            text: words.newTitle,
            style: 'lower-third',
            fadeInFlicks: 0,
            fadeOutFlicks: 0,
          }),
        ).then(selectAdded),
    },
    'timeline.addCaption': {
      run: () =>
        void edit(() =>
          client.timeline.addCaption({
            projectId,
            trackId: null,
            atFlicks: playhead(),
            durationFlicks: threeSeconds,
            text: words.newCaption,
            speaker: null,
          }),
        ).then(selectAdded),
    },
    'timeline.mute': {
      run: () => {
        const input = { itemIds: onlyClips().map(({ item }) => item.id), muted: !isAllMuted() };
        void planOnly({
          step: (now) => setClips(now, input),
          call: (timeline) => timeline.setClips({ projectId, ...input }),
        });
      },
      enabled: () => onlyClips().length > 0,
      checked: () => onlyClips().length > 0 && isAllMuted(),
    },
    'timeline.addVideoTrack': { run: () => addTrack('video') },
    'timeline.addAudioTrack': { run: () => addTrack('audio') },
    'timeline.insert': { run: () => bringIn('insert'), enabled: () => source() !== null },
    'timeline.overwrite': { run: () => bringIn('overwrite'), enabled: () => source() !== null },
  });

  function planOnly(plan: Plan | null): void {
    if (plan !== null) void desk.commit(plan);
  }
  function fade(edge: 'in' | 'out'): void {
    const only = chosen().only;
    if (only !== null) planOnly(fadePlan(projectId, index(), only, edge));
  }
  function addTrack(kind: 'video' | 'audio'): void {
    const count = [...index().tracks.values()].filter((track) => track.kind === kind).length;
    const name = words.newTrackName(words.trackKind[kind], count + 1);
    void edit(() => client.timeline.addTrack({ projectId, kind, name }));
  }
  function selectAdded(receipt: Awaited<ReturnType<typeof edit>>): void {
    const added = receipt?.added.find(({ entity }) => entity === 'item');
    if (added !== undefined) view.setState({ itemIds: new Set([added.id as ItemId]) });
  }
}
