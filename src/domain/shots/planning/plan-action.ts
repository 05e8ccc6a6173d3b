import { findMood } from '../../scenes/find-mood.ts';
import { inlineNotes } from '../../scenes/language/plain-text.ts';
import { splitLong } from '../../scenes/language/split-long.ts';
import { splitSentences } from '../../scenes/language/split-sentences.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import { chooseActionSetup } from '../camera/choose-action-setup.ts';
import { describeAction, spokenName } from '../describing/describe-action.ts';
import { describePause } from '../describing/describe-speech.ts';
import { groupSentences, type SentenceGroup } from '../reading/group-sentences.ts';
import { readSentence } from '../reading/sentence-facts.ts';
import type { Coverage, ShotKind } from '../shot.ts';
import { actionSeconds, longestActionWords } from '../shot-duration.ts';
import { draftOf, enterScene, type SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

/** The shots of a stretch of action. `lead` is what they cover besides: a heading, a name without a line. */
export function planAction(
  context: SceneContext,
  block: SourceBlock,
  stretch: TextRange,
  lead: readonly Coverage[],
): ShotDraft[] {
  const piece = block.text.slice(0, stretch.end);
  const ranges = splitSentences(piece.slice(stretch.start))
    .map(({ start, end }) => ({ start: start + stretch.start, end: end + stretch.start }))
    .flatMap((range) => splitLong(block.text, range, longestActionWords));
  const sentences = ranges.map((range) => readSentence(block.text, range, context.index, context.discourse));
  return groupSentences(sentences).map((group, i) => planGroup(context, block, group, i === 0 ? lead : []));
}

const reactions =
  /\b(?:stops?|stopped|freez|froze|covers? (?:her|his|their) (?:mouth|face|eyes)|star(?:e|es|ed)\b|listens?|listened|smil|laugh|blink|nod(?:s|ded)?\b|swallow|flinch|gasp|does not (?:look|move|answer)|looks? up|turns? pale|shakes? (?:her|his) head|weep|wept|cries|sighs?)/i;

function planGroup(
  context: SceneContext,
  block: SourceBlock,
  group: SentenceGroup,
  lead: readonly Coverage[],
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
  const camera = chooseActionSetup({ kind, group, text, notes, exterior: context.exterior });
  const listener = context.present.at(-1) ?? null;
  const listening = first.pause && listener !== null;
  const description = listening
    ? describePause(spokenName(context.casting.people, listener), text)
    : describeAction(all, context.casting.people, context.narrated);
  return draftOf(context, {
    ...camera,
    kind,
    description,
    subject: subjectOf(group, kind, context),
    characters: listening ? [listener] : people,
    mood: findMood(text) ?? context.scene.mood,
    covers,
    seconds: actionSeconds(kind, text, camera.move),
  });
}

function kindOf(context: SceneContext, { first, all }: SentenceGroup, text: string): ShotKind {
  if (context.scene.kind === 'montage' && context.turn === 0) return 'montage';
  if (!context.opened && context.newPlace && !first.pause) return 'establishing';
  if (first.pause) return 'reaction';
  if (first.detail !== null) return 'insert';
  if (all.every((sentence) => sentence.pointsAtThing || sentence.fragment) && first.pointsAtThing)
    return 'insert';
  if (first.actor !== null && all.length === 1 && first.words.length <= 9 && reactions.test(text))
    return 'reaction';
  return 'action';
}

/** What the frame is about when it is no person. */
function subjectOf({ first, all }: SentenceGroup, kind: ShotKind, context: SceneContext): string | null {
  const thing = all.find((sentence) => sentence.thing !== null)?.thing ?? null;
  if (kind === 'establishing') return first.actor === null ? (context.scene.place ?? thing) : null;
  return first.actor !== null || thing === null ? null : thing.replace(/^(?:the|a|an)\s+/i, '').slice(0, 120);
}
