import { deriveId } from '../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type ShotId, type TrackId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import { type FrameRate, frameFlicks, secondsToFlicks, snapToFrame } from '../../kernel/time.ts';
import type { Shot } from '../../shots/shot.ts';
import { shotsInFilmOrder } from '../../shots/shot-numbers.ts';
import type { PatchDraft } from '../patch-draft.ts';
import { plainSound } from '../plain-sound.ts';
import { isOnMain } from '../queries.ts';
import type { ClipItem } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { followStory, isUntouched } from './assembled.ts';
import type { AssemblyInput } from './assembly-input.ts';
import { reorderedShots, type ShotPlace } from './place-shots.ts';
import { type Medium, mediumOf } from './shot-medium.ts';
import { lengthForSpeech, planSpeech, type SpeechPlan } from './sound/plan-speech.ts';

const openingFadeSeconds = 0.5;
const closingFadeSeconds = 1;

/** What assembly wants of one shot's clip. */
export interface ClipPlan {
  readonly shot: Shot;
  readonly clipId: ItemId;
  /** The clip that assembly made for the shot, where it still is on the main track. */
  readonly primary: ClipItem | null;
  /** All clips that are linked to the shot. */
  readonly clips: readonly ClipItem[];
  readonly isNew: boolean;
  /** Null for a shot whose clips a person took off the main track. */
  readonly place: ShotPlace | null;
  readonly medium: Medium;
  readonly speech: SpeechPlan;
  /** The shot's length, or what its line needs where that is longer: the picture is held then. */
  readonly durationFlicks: number;
}

export interface Edges {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function clipIdOf(projectId: ProjectId, shotId: ShotId): ItemId {
  return ItemId.parse(deriveId('item', projectId, 'clip', shotId));
}

/**
 * A plan for every shot, in story order. `draft` has let go of what is gone from the story; `known` lists the shots that had a
 * clip, in the story order of that time.
 */
export function planClips(
  input: AssemblyInput,
  index: TimelineIndex,
  draft: PatchDraft,
  known: readonly ShotId[],
): ClipPlan[] {
  const shots = shotsInFilmOrder(input.scenes, input.shots);
  const reordered = reorderedShots(
    known,
    shots.map((shot) => shot.id),
  );
  const wasKnown = new Set(known);
  return shots.map((shot) => {
    const clipId = clipIdOf(input.projectId, shot.id);
    const clips = linkedClips(index, shot.id);
    const onMain = clips.filter((clip) => isOnMain(index, clip)).sort(compareByOrder);
    const primary = onMain.find((clip) => clip.id === clipId) ?? null;
    const isNew = clips.length === 0 && !index.items.has(clipId) && !wasKnown.has(shot.id);
    const held = isNew ? clipId : (primary ?? onMain[0])?.id;
    const speech = planSpeech(input, index, draft, shot, primary);
    const isReordered = reordered.has(shot.id) && primary !== null && isUntouched(primary, 'order');
    return {
      shot,
      clipId,
      primary,
      clips,
      isNew,
      place: held === undefined ? null : { shotId: shot.id, clipId: held, isNew, isReordered },
      medium: mediumOf(shot, input.takes, input.assets),
      speech,
      durationFlicks: Math.max(
        snapToFrame(shot.durationFlicks, input.rate, true),
        lengthForSpeech(speech, input.rate),
      ),
    };
  });
}

/** A new live-linked clip from the beginning of its shot's medium. */
export function clipOf(
  plan: ClipPlan,
  { projectId, rate }: Pick<AssemblyInput, 'projectId' | 'rate'>,
  trackId: TrackId,
  order: string,
  edges: Edges,
): ClipItem {
  const { durationFlicks } = plan;
  const fades = edgeFades(plan, edges, rate);
  return {
    id: plan.clipId,
    projectId,
    trackId,
    order,
    durationFlicks,
    anchor: null,
    kind: 'clip',
    ...plainSound,
    ...plan.medium,
    shotId: plan.shot.id,
    sourceInFlicks: 0,
    fit: 'fill',
    opacity: 1,
    gainDb: 0,
    ...fades,
    muted: false,
    assembled: { order, durationFlicks, ...fades },
  };
}

/** Lets the clip that assembly made follow its shot, where no person decided otherwise. `order` null leaves the place. */
export function followClip(
  draft: PatchDraft,
  plan: ClipPlan,
  order: string | null,
  edges: Edges,
  rate: FrameRate,
): void {
  const { primary, durationFlicks } = plan;
  if (primary === null) return;
  const wanted = { durationFlicks, ...edgeFades(plan, edges, rate) };
  const moved = order !== null && order !== primary.order;
  const fields = followStory(primary, isUntouched(primary, 'order') && moved ? { ...wanted, order } : wanted);
  draft.update('item', primary, moved ? { ...fields, order } : fields);
}

function linkedClips(index: TimelineIndex, shotId: ShotId): ClipItem[] {
  const clips: ClipItem[] = [];
  for (const id of index.byShot.get(shotId) ?? []) {
    const item = index.items.get(id);
    if (item?.kind === 'clip') clips.push(item);
  }
  return clips;
}

/** The film opens out of black, and closes into it where the story says so. */
function edgeFades(
  { shot, durationFlicks }: Pick<ClipPlan, 'shot' | 'durationFlicks'>,
  { isFirst, isLast }: Edges,
  rate: FrameRate,
): { readonly fadeInFlicks: number; readonly fadeOutFlicks: number } {
  const frame = frameFlicks(rate);
  const half = Math.floor(durationFlicks / 2 / frame) * frame;
  const fade = (seconds: number): number => Math.min(half, snapToFrame(secondsToFlicks(seconds), rate));
  const closes = shot.transitionOut === 'fade-to-black' || shot.transitionOut === 'fade-to-white';
  return {
    fadeInFlicks: isFirst ? fade(openingFadeSeconds) : 0,
    fadeOutFlicks: isLast && closes ? fade(closingFadeSeconds) : 0,
  };
}
