import { deriveId } from '../../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type ShotId } from '../../../kernel/ids.ts';
import { type FrameRate, secondsToFlicks, snapToFrame } from '../../../kernel/time.ts';
import type { Shot } from '../../../shots/shot.ts';
import type { PatchDraft } from '../../patch-draft.ts';
import type { ClipItem } from '../../records.ts';
import type { TimelineIndex } from '../../timeline-index.ts';
import { isUntouched } from '../assembled.ts';
import type { AssemblyInput } from '../assembly-input.ts';
import { framesFor, type SoundMedium, soundMedium } from './sound-medium.ts';
import { speechGainDb } from './speech-level.ts';

/** From the cut to the first word: the eye has seen who speaks. */
const leadSeconds = 0.3;
/** From the last word to the cut: the line has landed. */
const roomSeconds = 0.4;

/** What assembly wants of the spoken line of one shot. */
export interface SpeechPlan {
  /** Null while no take is chosen. */
  readonly medium: SoundMedium | null;
  /** The clip that assembly made for it, where it still is. */
  readonly item: ClipItem | null;
  /** A person took it off the timeline: it stays away. */
  readonly isDeleted: boolean;
  /** From the start of the shot's clip; as assembly would have it. */
  readonly offsetFlicks: number;
  readonly durationFlicks: number;
  /** Brings the line to the level of the others. */
  readonly gainDb: number;
  /** When it is heard, from the start of the shot's clip: as a person placed it, else as assembly does. Null where it is not. */
  readonly heard: { readonly offsetFlicks: number; readonly durationFlicks: number } | null;
}

export function speechIdOf(projectId: ProjectId, shotId: ShotId): ItemId {
  return ItemId.parse(deriveId('item', projectId, 'speech', shotId));
}

const silent: SpeechPlan = {
  medium: null,
  item: null,
  isDeleted: false,
  offsetFlicks: 0,
  durationFlicks: 0,
  gainDb: 0,
  heard: null,
};

export function planSpeech(
  input: AssemblyInput,
  index: TimelineIndex,
  draft: PatchDraft,
  shot: Shot,
  primary: ClipItem | null,
): SpeechPlan {
  const written = primary?.assembled?.['speech'] ?? null;
  // Most shots of most films say nothing: ids are not worked out for them.
  if (shot.chosenSpeechId === null && written === null) return silent;
  const id = speechIdOf(input.projectId, shot.id);
  const medium = soundMedium(shot.chosenSpeechId, input);
  const found = index.items.get(id);
  const now = found === undefined ? null : draft.now('item', found);
  const item = now?.kind === 'clip' ? now : null;
  const isDeleted = item === null && written !== null;
  const offsetFlicks = snapToFrame(secondsToFlicks(leadSeconds), input.rate);
  const durationFlicks = medium === null ? 0 : framesFor(medium.sourceLengthFlicks, input.rate);
  const wanted = { offsetFlicks, durationFlicks };
  const heard = medium === null || isDeleted ? null : item === null ? wanted : placed(item, primary, wanted);
  const loudness = medium === null ? undefined : input.assets.get(medium.assetId)?.facts?.audio?.loudness;
  return { medium, item, isDeleted, ...wanted, gainDb: speechGainDb(loudness), heard };
}

/** How long a shot's clip has to be for its line to be heard with room around it; 0 where nothing is heard in it. */
export function lengthForSpeech({ heard }: SpeechPlan, rate: FrameRate): number {
  if (heard === null) return 0;
  return framesFor(heard.offsetFlicks + heard.durationFlicks + secondsToFlicks(roomSeconds), rate);
}

function placed(
  item: ClipItem,
  primary: ClipItem | null,
  wanted: { readonly offsetFlicks: number; readonly durationFlicks: number },
): SpeechPlan['heard'] {
  const { anchor } = item;
  // A line that a person hung onto something else, or put before the cut, has its own place in the film.
  if (anchor?.to !== 'item' || anchor.itemId !== primary?.id || anchor.offsetFlicks < 0) return null;
  return {
    offsetFlicks: isUntouched(item, 'anchor') ? wanted.offsetFlicks : anchor.offsetFlicks,
    durationFlicks: isUntouched(item, 'durationFlicks') ? wanted.durationFlicks : item.durationFlicks,
  };
}
