import { unknownVoice } from '../../cast/attribute-speech.ts';
import { parseCharacterCue } from '../../cast/character-cue.ts';
import { personKey } from '../../cast/person.ts';
import { readableText } from '../../scenes/language/readable-text.ts';
import { type TextRange, trimRange } from '../../scenes/language/text-range.ts';
import { opensMontage } from '../../scenes/montage.ts';
import { isSpeechKind, notFilmedReason, type SourceBlock } from '../../scenes/not-filmed.ts';
import { setup } from '../camera/setup.ts';
import { spokenName } from '../describing/describe-action.ts';
import { describePlace } from '../describing/describe-place.ts';
import { describePause } from '../describing/describe-speech.ts';
import type { Coverage } from '../shot.ts';
import { actionSeconds } from '../shot-duration.ts';
import { planAction } from './plan-action.ts';
import { planParagraph } from './plan-paragraph.ts';
import { planSpeech } from './plan-speech.ts';
import { planTitle } from './plan-title.ts';
import { readTransition } from './read-transition.ts';
import { draftOf, type SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

const pauseLike = /^(?:a |long |short |another )*(?:beat|pause|silence|moment)\b/i;

/** The shots of a scene in order. Every filmed block of it is covered, word for word. */
export function planScene(context: SceneContext, blocks: readonly SourceBlock[]): ShotDraft[] {
  const drafts: ShotDraft[] = [];
  /** Covered by the next shot: the heading, a name whose line is still to come. */
  let lead: Coverage[] = [];
  let cue: { key: string; offScreen: boolean } | null = null;
  let parenthetical: string | null = null;
  const add = (added: readonly ShotDraft[]): void => {
    if (added.length === 0) return;
    drafts.push(...added);
    lead = [];
  };
  for (const block of blocks) {
    if (!isSpeechKind(block.kind)) {
      cue = null;
      parenthetical = null;
    }
    if (block.kind === 'transition') {
      const last = drafts.at(-1);
      const transitionOut = readTransition(block.text);
      if (last !== undefined && transitionOut !== null)
        drafts[drafts.length - 1] = { ...last, transitionOut };
    }
    const whole =
      notFilmedReason(block) === null ? trimRange(block.text, { start: 0, end: block.text.length }) : null;
    if (whole === null) continue;
    const own: Coverage = { blockId: block.id, ...whole };
    switch (block.kind) {
      case 'title-page':
      case 'chapter':
      case 'centered':
        add(planTitle(context, block, [...lead, own], drafts));
        break;
      case 'heading':
        lead.push(own);
        break;
      case 'character': {
        const read = parseCharacterCue(block.text);
        cue = { key: personKey(read.name), offScreen: read.offScreen };
        parenthetical = null;
        lead.push(own);
        break;
      }
      case 'parenthetical': {
        const words = readableText(block.text)
          .replace(/^\(|\)$/g, '')
          .trim();
        const paused = pauseLike.test(words) && lead.length === 0;
        if (paused) add([planPause(context, cue?.key ?? null, words, own)]);
        else {
          parenthetical = words === '' ? null : words;
          lead.push(own);
        }
        break;
      }
      case 'dialogue':
      case 'lyric':
        add(
          planSpeech(context, {
            key: cue?.key ?? unknownVoice,
            blockId: block.id,
            blockText: block.text,
            spoken: [whole],
            whole,
            parenthetical,
            offScreen: cue?.offScreen ?? true,
            lead,
          }),
        );
        parenthetical = null;
        break;
      case 'paragraph':
      case 'quote':
        add(planParagraph(context, block, lead));
        break;
      case 'action':
        add(planActionBlock(context, block, whole, lead));
        break;
      default:
        // Kinds that are never filmed have been left out above.
        break;
    }
  }
  if (lead.length > 0) add([planRest(context, lead)]);
  return drafts;
}

/** Action; the name of a montage, alone or over its list, goes with the first picture of it. */
function planActionBlock(
  context: SceneContext,
  block: SourceBlock,
  whole: TextRange,
  lead: Coverage[],
): ShotDraft[] {
  const named = context.scene.kind === 'montage' && !context.opened && opensMontage(block.text);
  const lineEnd = block.text.indexOf('\n', whole.start);
  const nameEnd = lineEnd === -1 || lineEnd > whole.end ? whole.end : lineEnd;
  if (named) lead.push({ blockId: block.id, start: whole.start, end: nameEnd });
  const rest = named ? trimRange(block.text, { start: nameEnd, end: whole.end }) : whole;
  if (rest === null) return [];
  const drafts = planAction(context, block, rest, lead);
  // Action between the lines lets a talk cool down.
  context.turn = Math.max(0, context.turn - 1);
  return drafts;
}

/** "(beat)" in the middle of a speech: a look at who hears it, else at who speaks. */
function planPause(context: SceneContext, speaker: string | null, words: string, own: Coverage): ShotDraft {
  const other =
    context.present.findLast((key) => key !== speaker) ??
    (speaker !== null && context.present.includes(speaker) ? speaker : null);
  const name = other === null ? null : spokenName(context.casting.people, other);
  return draftOf(context, {
    ...setup('close'),
    kind: 'reaction',
    description: describePause(name, `${words}.`),
    characters: other === null ? [] : [other],
    covers: [own],
    seconds: actionSeconds('reaction', words, 'static'),
  });
}

/** What is left when a scene ends on a heading or on a name: a view of the place, so that no word is lost. */
function planRest(context: SceneContext, covers: readonly Coverage[]): ShotDraft {
  const { scene } = context;
  const camera = setup(context.exterior ? 'extreme-wide' : 'wide', 'eye', 'push-in');
  const description = describePlace(scene.place, scene.timeOfDay, scene.heading);
  return draftOf(context, {
    ...camera,
    kind: context.opened ? 'action' : 'establishing',
    description,
    subject: scene.place,
    covers,
    seconds: actionSeconds('establishing', description, camera.move),
  });
}
