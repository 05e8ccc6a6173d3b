import { readableText } from '../../scenes/language/readable-text.ts';
import { splitLong } from '../../scenes/language/split-long.ts';
import { splitSentences } from '../../scenes/language/split-sentences.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import { chooseSpeechSetup } from '../camera/choose-speech-setup.ts';
import { spokenName } from '../describing/describe-action.ts';
import { describePlace } from '../describing/describe-place.ts';
import { describeDevice, describeListener, describeSpeaker } from '../describing/describe-speech.ts';
import type { Coverage } from '../shot.ts';
import { longestSpeechWords, speechSeconds } from '../shot-duration.ts';
import { draftOf, enterScene, type SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

/** A speech of one person, wherever its words stand in a block. */
export interface SpeechPlan {
  readonly key: string;
  readonly blockId: Coverage['blockId'];
  readonly blockText: string;
  /** What is said; the shots cover everything from the start of `whole` to its end. */
  readonly spoken: readonly TextRange[];
  readonly whole: TextRange;
  readonly parenthetical: string | null;
  readonly offScreen: boolean;
  readonly lead: readonly Coverage[];
}

/** The shots of a speech: one, or several for a long one, cut between sentences. */
export function planSpeech(context: SceneContext, plan: SpeechPlan): ShotDraft[] {
  const person = context.casting.people.get(plan.key);
  const offScreen = plan.offScreen || person?.voiceOnly === true;
  if (!offScreen) enterScene(context, [plan.key]);
  if (person?.voiceOnly === false) context.discourse.mention(plan.key);
  const listener = listenerOf(context, plan.key);
  const pieces = piecesOf(plan);
  const drafts = pieces.map((piece, i) => draftPiece(context, plan, piece, i, offScreen, listener));
  context.turn++;
  if (offScreen) context.voices++;
  context.talkers.push(plan.key);
  if (context.talkers.length > 6) context.talkers.shift();
  return drafts;
}

interface Piece {
  readonly covers: TextRange;
  readonly text: string;
}

/** Packs sentences into pieces of at most a shot's length; together they hold everything in `whole`. */
function piecesOf({ blockText, spoken, whole }: SpeechPlan): Piece[] {
  const units = spoken.flatMap((quote) =>
    splitSentences(blockText.slice(quote.start, quote.end))
      .map(({ start, end }) => ({ start: start + quote.start, end: end + quote.start }))
      .flatMap((range) => splitLong(blockText, range, longestSpeechWords)),
  );
  const packs: { start: number; words: number; texts: string[] }[] = [];
  for (const unit of units) {
    const text = readableText(blockText.slice(unit.start, unit.end));
    const words = text.split(/\s+/).length;
    const open = packs.at(-1);
    if (open !== undefined && open.words + words <= longestSpeechWords) {
      open.words += words;
      open.texts.push(text);
    } else packs.push({ start: unit.start, words, texts: [text] });
  }
  if (packs.length === 0)
    return [{ covers: whole, text: readableText(blockText.slice(whole.start, whole.end)) }];
  return packs.map((pack, i) => ({
    covers: { start: i === 0 ? whole.start : pack.start, end: packs[i + 1]?.start ?? whole.end },
    text: closeSentences(pack.texts),
  }));
}

/** Joins the parts of a speech; a comma that stood only before "said Tomas" becomes the full stop it stands for. */
function closeSentences(texts: readonly string[]): string {
  return texts
    .map((text, i) => {
      const next = texts[i + 1];
      return next === undefined || /^\p{Lu}/u.test(next) ? text.replace(/,$/, '.') : text;
    })
    .join(' ');
}

function draftPiece(
  context: SceneContext,
  plan: SpeechPlan,
  piece: Piece,
  ordinal: number,
  offScreen: boolean,
  listener: string | null,
): ShotDraft {
  const { people } = context.casting;
  const speaker = spokenName(people, plan.key);
  const { parenthetical } = plan;
  const mouthpiece = listener === null ? context.mouthpiece : null;
  const text = piece.text;
  // A long speech is cut away to who hears it, every second piece.
  const away = !offScreen && ordinal % 2 === 1 && listener !== null;
  const ask = { turn: context.turn, hasListener: listener !== null, text, parenthetical, piece: ordinal };
  const covers = [...(ordinal === 0 ? plan.lead : []), { blockId: plan.blockId, ...piece.covers }];
  const line = { speaker: people.get(plan.key)?.name ?? plan.key, text, parenthetical };
  const common = { covers, seconds: speechSeconds(text) };
  context.opened = true;
  if (!offScreen && !away) {
    const camera = chooseSpeechSetup({ ...ask, offScreen: 'no' });
    const both = listener !== null && (camera.size === 'medium-wide' || camera.angle === 'over-shoulder');
    return draftOf(context, {
      ...camera,
      ...common,
      kind: 'dialogue',
      characters: both ? [plan.key, listener] : [plan.key],
      dialogue: { ...line, offScreen: false },
      description: describeSpeaker({
        speaker,
        text,
        parenthetical,
        piece: ordinal,
        mouthpiece,
        alone: context.alone,
        answers: listener !== null && context.talkers.at(-1) === listener,
        listener: listener === null ? null : spokenName(people, listener),
      }),
    });
  }
  const dialogue = { ...line, offScreen: true };
  const device = context.device;
  const showDevice = device !== null && !away && (listener === null || context.voices % 2 === 0);
  if (showDevice) {
    const camera = chooseSpeechSetup({ ...ask, offScreen: 'device' });
    return draftOf(context, {
      ...camera,
      ...common,
      kind: 'dialogue',
      dialogue,
      subject: device,
      characters: [],
      description: describeDevice(device, parenthetical),
    });
  }
  if (listener !== null) {
    const camera = chooseSpeechSetup({ ...ask, offScreen: 'listener' });
    return draftOf(context, {
      ...camera,
      ...common,
      kind: away ? 'reaction' : 'dialogue',
      dialogue,
      characters: [listener],
      description: describeListener(
        spokenName(people, listener),
        speaker,
        isVoiceOf(speaker, device) ? device : null,
        text,
      ),
    });
  }
  const camera = chooseSpeechSetup({ ...ask, offScreen: 'place' });
  const { scene } = context;
  return draftOf(context, {
    ...camera,
    ...common,
    kind: 'dialogue',
    dialogue,
    characters: [],
    subject: scene.place,
    description: `${describePlace(scene.place, scene.timeOfDay, scene.heading)} A voice is heard.`,
  });
}

/** "the radio voice", "the radio": named after the thing itself. */
function isVoiceOf(speaker: string, device: string | null): boolean {
  return device !== null && speaker.toLowerCase().includes(device);
}

/** Who hears it: the last other speaker who is in the picture, else the last other person who came into it. */
function listenerOf(context: SceneContext, speaker: string): string | null {
  const here = (key: string): boolean => key !== speaker && context.present.includes(key);
  return context.talkers.findLast(here) ?? context.present.findLast(here) ?? null;
}
