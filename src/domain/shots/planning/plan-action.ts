import { findMood } from '../../scenes/find-mood.ts';
import { inlineNotes } from '../../scenes/language/readable-text.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import { chooseActionSetup } from '../camera/choose-action-setup.ts';
import { describeAction, spokenName } from '../describing/describe-action.ts';
import { describePlace } from '../describing/describe-place.ts';
import { describePause } from '../describing/describe-speech.ts';
import { groupSentences, type SentenceGroup } from '../reading/group-sentences.ts';
import { readSentence, type SentenceFacts } from '../reading/sentence-facts.ts';
import type { Coverage, ShotKind } from '../shot.ts';
import { actionSeconds } from '../shot-duration.ts';
import { actionRanges } from './action-ranges.ts';
import { rememberThings, whereIs } from './place-memory.ts';
import { draftOf, enterScene, type SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

/** The shots of a stretch of action. `lead` is what they cover besides: a heading, a name without a line. */
export function planAction(
  context: SceneContext,
  block: SourceBlock,
  stretch: TextRange,
  lead: readonly Coverage[],
): ShotDraft[] {
  const sentences: SentenceFacts[] = [];
  for (const range of actionRanges(block.text, stretch)) {
    const before = sentences.at(-1) ?? { actor: null, topic: null };
    sentences.push(readSentence(block.text, range, context, before));
  }
  const drafts: ShotDraft[] = [];
  let seenBy: string | null = null;
  groupSentences(sentences).forEach((group, i) => {
    const draft = planGroup(context, block, group, i === 0 ? lead : [], seenBy);
    drafts.push(draft);
    const last = group.all.at(-1);
    if (draft.angle !== 'pov') seenBy = last?.looks === true ? last.actor : null;
  });
  return drafts;
}

const reactions =
  /\b(?:stops?|freezes?|covers? (?:her|his|their) (?:mouth|face|eyes)|stares?|listens?|smil|laughs?|blinks?|nods?|swallows?|flinch|gasps?|does not (?:look|move|answer)|looks? up|turns? pale|shakes? (?:her|his) head|weeps?|cries|sighs?)\b/i;

/** `seenBy`: who looked, right before; then this is what they see. */
function planGroup(
  context: SceneContext,
  block: SourceBlock,
  group: SentenceGroup,
  lead: readonly Coverage[],
  seenBy: string | null,
): ShotDraft {
  const { first, all } = group;
  const last = all.at(-1) ?? first;
  const text = all.map((sentence) => sentence.text).join(' ');
  const people = [...new Set(all.flatMap((sentence) => sentence.people))];
  enterScene(context, people);
  const covers = [...lead, { blockId: block.id, start: first.range.start, end: last.range.end }];
  const kind = kindOf(context, group, text);
  context.opened = true;
  const notes = inlineNotes(block.text.slice(first.range.start, last.range.end));
  const pov = seenBy !== null && kind === 'action' && first.actor === null && first.people.length === 0;
  const exterior =
    context.exterior || (pov && /\b(?:sky|sea|horizon|harbour|street|water|hills?)\b/i.test(text));
  const camera = chooseActionSetup({ kind, group, text, notes, exterior, pov });
  const listener = context.present.at(-1) ?? null;
  const listening = first.pause && listener !== null;
  const description = listening
    ? describePause(spokenName(context.casting.people, listener), text)
    : describeAction(all, context.casting.people);
  const here = context.scene.kind === 'montage' ? whereIs(context, group) : {};
  rememberThings(context, all);
  return draftOf(context, {
    ...camera,
    kind,
    description: kind === 'establishing' && text.length < 24 ? placeFirst(context, description) : description,
    subject: subjectOf(group, kind, context),
    characters: listening ? [listener] : people,
    mood: findMood(text) ?? context.scene.mood,
    covers,
    seconds: actionSeconds(kind, text, camera.move),
    ...here,
  });
}

/** "Wind." alone is no picture: "Landing stage at night. Wind." */
function placeFirst({ scene }: SceneContext, description: string): string {
  return scene.place === null
    ? description
    : `${describePlace(scene.place, scene.timeOfDay, scene.heading)} ${description}`;
}

function isVoice(context: SceneContext, key: string | null): boolean {
  return key !== null && context.casting.people.get(key)?.voiceOnly === true;
}

function kindOf(context: SceneContext, { first, all }: SentenceGroup, text: string): ShotKind {
  if (context.scene.kind === 'montage' && context.turn === 0) return 'montage';
  if (!context.opened && context.newPlace && !first.pause) return 'establishing';
  if (first.pause) return 'reaction';
  if (first.detail !== null || isVoice(context, first.actor)) return 'insert';
  if (all.every((sentence) => sentence.pointsAtThing || sentence.fragment) && first.pointsAtThing)
    return 'insert';
  if (first.actor !== null && all.length === 1 && first.words.length <= 9 && reactions.test(text))
    return 'reaction';
  return 'action';
}

/** What the frame is about when it is no person. */
function subjectOf({ first, all }: SentenceGroup, kind: ShotKind, context: SceneContext): string | null {
  const thing = all.find((sentence) => sentence.thing !== null)?.thing ?? null;
  if (isVoice(context, first.actor)) return context.device;
  if (kind === 'establishing') return first.actor === null ? (context.scene.place ?? thing) : null;
  return first.actor !== null || thing === null ? null : thing.replace(/^(?:the|a|an)\s+/i, '').slice(0, 120);
}
