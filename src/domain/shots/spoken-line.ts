import type { Shot } from './shot.ts';

/** What is said in a shot, as a voice is given it. */
export interface SpokenLine {
  readonly speaker: string;
  /** Without brackets and marks of emphasis. */
  readonly text: string;
  /** "quietly", "through static"; null where the script says nothing. */
  readonly delivery: string | null;
}

/** Somebody who tells the story and is nobody in it. */
const narratorName = /\b(?:narrator|narration|voice-?over)\b/i;

/** The line of a shot; null where nothing is said in it. Brackets in the words are directions: the first stands for a missing one. */
export function spokenLine({ dialogue }: Pick<Shot, 'dialogue'>): SpokenLine | null {
  if (dialogue === null) return null;
  const inner = /\(([^()]+)\)/.exec(dialogue.text)?.[1]?.trim();
  const text = dialogue.text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[*_]+(?=\S)|(?<=\S)[*_]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { speaker: dialogue.speaker, text, delivery: dialogue.parenthetical ?? inner ?? null };
}

/** Whether a speaker is the film's narrator, who has a voice of the project and not of the cast. */
export function isNarrator(speaker: string): boolean {
  return narratorName.test(speaker);
}
