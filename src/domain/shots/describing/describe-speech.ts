import { capitaliseFirst } from '../../scenes/language/words.ts';
import { choiceOf } from '../camera/setup.ts';

export interface SpeechPicture {
  /** Names as they stand in a sentence. */
  readonly speaker: string;
  readonly listener: string | null;
  readonly text: string;
  readonly parenthetical: string | null;
  readonly piece: number;
}

/** The picture of somebody who speaks. */
export function describeSpeaker({ speaker, listener, text, parenthetical, piece }: SpeechPicture): string {
  const how = parenthetical === null ? '' : `, ${parenthetical.replace(/[.\s]+$/, '')}`;
  const to = listener === null ? '' : ` ${listener}`;
  const name = capitaliseFirst(speaker);
  if (piece > 0) return `${name} goes on${how}.`;
  if (/\?["”]?$/.test(text)) return listener === null ? `${name} asks${how}.` : `${name} asks${to}${how}.`;
  if (/!["”]?$/.test(text)) return `${name} calls out${listener === null ? '' : ` to${to}`}${how}.`;
  if (/(?:\.\.\.|…|—|--)["”]?$/.test(text)) return `${name} breaks off${how}.`;
  if (listener === null) return `${name} speaks${how}.`;
  const statements = [`speaks to${to}`, `tells${to}`, `answers${to}`, `turns to${to} and speaks`] as const;
  const choice = statements[choiceOf(text) % 2] ?? statements[0];
  return `${name} ${choice}${how}.`;
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
  const whose =
    voiceOfDevice === null ? `${possessive(speaker)} voice` : `the voice from the ${voiceOfDevice}`;
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
