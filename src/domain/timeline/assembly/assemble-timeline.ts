import { orderKeysFor } from '../../kernel/order-room.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Item } from '../records.ts';
import { roleTracks } from '../role-tracks.ts';
import { trackKinds, trackOfKind } from '../standard-tracks.ts';
import { indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { assembleCaptions } from './assemble-captions.ts';
import { assembleTitle } from './assemble-title.ts';
import { assembleTransition } from './assemble-transitions.ts';
import type { AssemblyInput } from './assembly-input.ts';
import { type ClipPlan, clipOf, followClip, planClips } from './clip-plans.ts';
import { placeShots } from './place-shots.ts';
import { removeGoneShots } from './remove-gone-shots.ts';
import { hasOwnSound } from './shot-medium.ts';
import { assembleSceneSounds } from './sound/assemble-scene-sounds.ts';
import { assembleSpeech } from './sound/assemble-speech.ts';
import { followSound } from './sound/follow-sound.ts';
import { removeGoneSounds } from './sound/remove-gone-sounds.ts';
import { noSound } from './sound/sound-medium.ts';
import { cardId, cardTextOf, titleCard } from './title-card.ts';

/**
 * Brings the timeline in step with the story: a live-linked clip for each shot, in order, as long as the shot; its
 * spoken line under it, which lengthens it where it needs more, and under which a clip with a voice of its own goes down;
 * its dialogue as captions; the words of a title shot as a title over its picture; its `transitionOut` as a dissolve or
 * fade; an opening card; the music and effects of its scenes. The same input twice gives an empty patch. What a person
 * edited stays: a length, place, caption or transition that no longer is what assembly wrote is never written again, and
 * a clip that was deleted stays away. Choosing another take changes the medium of every
 * clip of the shot and nothing else; clips of shots that are gone are removed, and what was anchored to them keeps
 * its place in time.
 */
export function assembleTimeline(input: AssemblyInput): RecordsPatch {
  const { projectId, rate, rows } = input;
  const draft = new PatchDraft();
  for (const kind of trackKinds) trackOfKind(draft, rows.tracks, kind, projectId);
  const main = trackOfKind(draft, rows.tracks, 'main', projectId);
  const captions = trackOfKind(draft, rows.tracks, 'caption', projectId);
  const titles = trackOfKind(draft, rows.tracks, 'title', projectId);
  const index = indexTimeline(rows, rate);
  const memory = main.assembled;
  const gone = removeGoneShots(draft, index, new Set(input.shots.map(({ id }) => id)));
  removeGoneSounds(draft, index, input);
  const plans = planClips(input, index, draft, memory?.shotIds ?? []);

  const stays = [...index.main].filter((item) => !gone.has(item.id));
  const placed = plans.filter((plan) => plan.place !== null);
  const placement = placeShots(
    stays,
    placed.flatMap((plan) => (plan.place === null ? [] : [plan.place])),
  );

  const cardText = plans[0]?.shot.kind === 'title' ? null : cardTextOf(input.credits);
  const card = index.items.get(cardId(projectId)) ?? null;
  const addsCard =
    card === null && cardText !== null && (memory?.cardText ?? null) === null && plans.length > 0;
  const sequence = addsCard ? [cardId(projectId), ...placement.sequence] : placement.sequence;
  const keys = orderKeysFor(
    sequence.map((id) => ({ order: placement.placed.has(id) ? null : (index.items.get(id)?.order ?? null) })),
  );
  const orders = new Map(sequence.map((id, i) => [id, keys[i] ?? 'a0']));

  if (addsCard) {
    const order = orders.get(cardId(projectId)) ?? 'a0';
    draft.add('item', titleCard(projectId, main.id, order, cardText, rate));
  } else if (card?.kind === 'title') followCard(draft, card, cardText);

  const roles = roleTracks(draft, rows.tracks, projectId);
  placed.forEach((plan, i) => {
    const before = placed[i - 1] ?? null;
    const next = placed[i + 1] ?? null;
    const edges = { isFirst: before === null, isLast: next === null };
    if (plan.isNew) draft.add('item', clipOf(plan, input, main.id, orders.get(plan.clipId) ?? 'a0', edges));
    else followClip(draft, plan, orders.get(plan.clipId) ?? null, edges, rate);
    assembleSpeech(draft, plan, () => roles.of('dialogue'));
    assembleCaptions(draft, index, plan, captions.id, rate);
    assembleTitle(draft, index, plan, titles.id, input);
    assembleTransition(draft, index, plan, next, rate);
  });
  followOthers(draft, stays, orders, placed);
  followMedia(draft, index, plans);

  const shotIds = plans.map((plan) => plan.shot.id);
  const items = sequence.flatMap((id) => {
    const item = index.items.get(id);
    return (item === undefined ? draft.get('item', id) : draft.now('item', item)) ?? [];
  });
  const sounds = assembleSceneSounds(draft, index, roles, input, items, memory?.sounds ?? []);
  const talksTwice = plans.some(
    ({ shot, speech }) => speech.heard !== null && hasOwnSound(shot, input.takes, input.assets),
  );
  const assembled = {
    shotIds,
    cardText: addsCard ? cardText : (memory?.cardText ?? null),
    ...(sounds.length > 0 || memory?.sounds !== undefined ? { sounds } : {}),
    ...(talksTwice || memory?.ducks === true ? { ducks: true as const } : {}),
  };
  const level = talksTwice && memory?.ducks !== true ? { ducks: true } : {};
  if (rows.tracks.some((track) => track.id === main.id)) draft.update('track', main, { assembled, ...level });
  else draft.add('track', { ...main, assembled, ...level });
  return draft.toPatch();
}

function followCard(draft: PatchDraft, card: Item & { kind: 'title' }, text: string | null): void {
  if (text === null || card.assembled === null) return;
  const untouched = card.assembled['text'] === card.text;
  draft.update('item', card, { ...(untouched ? { text } : {}), assembled: { text } });
}

/** Items that only got another key because two devices had given neighbours the same one. */
function followOthers(
  draft: PatchDraft,
  stays: readonly Item[],
  orders: ReadonlyMap<string, string>,
  placed: readonly ClipPlan[],
): void {
  const planned = new Set(placed.map((plan) => plan.clipId));
  for (const item of stays) {
    const order = orders.get(item.id);
    if (order !== undefined && order !== item.order && !planned.has(item.id))
      draft.update('item', item, { order });
  }
}

/** Every clip that is linked to a shot shows or speaks the shot's chosen take, also those that people made by splitting. */
function followMedia(draft: PatchDraft, index: TimelineIndex, plans: readonly ClipPlan[]): void {
  for (const { shot, clips, medium, speech } of plans) {
    followSound(draft, index, { what: 'speech', shotId: shot.id }, speech.medium ?? noSound);
    for (const clip of clips) draft.update('item', clip, medium);
  }
}
