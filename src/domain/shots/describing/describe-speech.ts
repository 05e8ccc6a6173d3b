import { capitaliseFirst } from '../../scenes/language/words.ts';
import { choiceOf } from '../camera/setup.ts';

export interface SpeechPicture {
  /** Names as they stand in a sentence. */
  readonly speaker: string;
  readonly listener: string | null;
  readonly text: string;
  readonly parenthetical: string | null;
  readonly piece: number;
  /** What they speak into, to somebody far away: "microphone"; null when nothing is there. */
  readonly mouthpiece: string | null;
  /** Nobody else is in the whole scene. */
  readonly alone: boolean;
  /** The listener spoke right before. */
  readonly answers: boolean;
}

/** The picture of somebody who speaks. */
export function describeSpeaker({
  speaker,
  listener,
  text,
  parenthetical,
  piece,
  mouthpiece,
  alone,
  answers,
}: SpeechPicture): string {
  const said = parenthetical === null || (mouthpiece !== null && parenthetical.includes(mouthpiece));
  const how = said ? '' : `, ${parenthetical.replace(/[.\s]+$/, '')}`;
  const into = mouthpiece === null ? '' : ` into the ${mouthpiece}`;
  const to = listener === null ? '' : ` ${listener}`;
  const name = capitaliseFirst(speaker);
  const spoken = text.replace(/["”’\s]+$/, '');
  if (piece > 0) return `${name} goes on${how}.`;
  if (spoken.endsWith('?')) return `${name} ${listener === null ? `asks${into}` : `asks${to}`}${how}.`;
  if (spoken.endsWith('!')) return `${name} calls out${listener === null ? into : ` to${to}`}${how}.`;
  if (/(?:\.\.\.|…|—|--)$/.test(spoken)) return `${name} breaks off${how}.`;
  if (listener !== null) return `${name} ${answers ? 'answers' : 'speaks to'}${to}${how}.`;
  if (mouthpiece !== null) return `${name} speaks${into}${how}.`;
  return parenthetical === null && alone ? `${name} speaks, alone.` : `${name} speaks${how}.`;
}

/** The thing a voice comes from. */
export function describeDevice(device: string, parenthetical: string | null): string {
  const how = parenthetical === null ? '' : ` ${parenthetical.replace(/[.\s]+$/, '')}`;
  return `A voice comes from the ${device}${how === '' ? '' : `,${how}`}.`;
}

/** Somebody who hears a voice that is out of the picture. */
export function describeListener(
  listener: string,
  speaker: string,
  voiceOfDevice: string | null,
  text: string,
): string {
  const owned = /\bvoice\b/i.test(speaker) ? 'the voice' : `${possessive(speaker)} voice`;
  const whose = voiceOfDevice === null ? owned : `the voice from the ${voiceOfDevice}`;
  const name = capitaliseFirst(listener);
  const ways = [
    `${name} listens to ${whose}.`,
    `${name} hears ${whose} and does not move.`,
    `${name} takes in ${whose}.`,
  ];
  return ways[choiceOf(text) % ways.length] ?? `${name} listens.`;
}

/** A reaction in a silence. */
export function describePause(person: string | null, words: string): string {
  if (person === null) return capitaliseFirst(words);
  const name = capitaliseFirst(person);
  if (/silence|quiet|hush|stillness/i.test(words)) return `Silence. ${name} listens.`;
  return `${name} takes a moment.`;
}

export function possessive(name: string): string {
  return `${name}’s`;
}
