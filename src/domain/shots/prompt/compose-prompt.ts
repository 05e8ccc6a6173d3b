import type { CastMember } from '../../cast/cast-member.ts';
import { titleCaseName } from '../../scenes/language/words.ts';
import { placePhrase } from '../describing/describe-place.ts';
import type { Shot } from '../shot.ts';
import { angleWords, lightWords, moveWords, sizeWords, styleWords } from './camera-words.ts';

/** The visible parts of a prompt, in the order in which they are joined; null where the shot has nothing to say. */
export interface PromptParts {
  readonly framing: string;
  readonly action: string;
  readonly subject: string | null;
  readonly characters: string | null;
  readonly place: string | null;
  readonly light: string | null;
  readonly mood: string | null;
  readonly lens: string;
  /** null for a still. */
  readonly move: string | null;
  readonly style: string | null;
}

export interface Prompt {
  readonly parts: PromptParts;
  /** What is sent: the parts as one text, or the person's own words where the shot has them. */
  readonly text: string;
}

/**
 * The prompt of a shot for a picture model, from what can be seen: no names without a face, no dialogue, no story.
 *
 * @param style named look of the project.
 */
export function composePrompt(
  shot: Shot,
  cast: readonly Pick<CastMember, 'name' | 'description'>[],
  style: string,
  kind: 'still' | 'clip',
): Prompt {
  const parts: PromptParts = {
    framing: [sizeWords[shot.size], angleWords[shot.angle]].filter((words) => words !== null).join(', '),
    action: shot.description,
    subject: subjectOf(shot),
    characters: peopleOf(shot, cast),
    place: placeOf(shot),
    light: lightWords[shot.timeOfDay],
    mood: shot.mood === null ? null : `${shot.mood} mood`,
    lens: `${shot.lensMm} mm lens`,
    move: kind === 'clip' ? moveWords[shot.move] : null,
    style: style === '' ? null : (styleWords[style] ?? `${style} style`),
  };
  return { parts, text: shot.promptOverride ?? joinParts(parts) };
}

function subjectOf({ subject, description, kind }: Shot): string | null {
  if (subject === null || kind === 'establishing') return null;
  return description.toLowerCase().includes(subject.toLowerCase()) ? null : `subject: ${subject}`;
}

/** "Mara (60s, weathered hands)", most prominent first. */
function peopleOf(shot: Shot, cast: readonly Pick<CastMember, 'name' | 'description'>[]): string | null {
  const people = shot.characters.map((name) => {
    const description = cast.find((member) => member.name === name)?.description ?? null;
    return description === null ? titleCaseName(name) : `${titleCaseName(name)} (${description})`;
  });
  return people.length === 0 ? null : people.join(' and ');
}

function placeOf({ place, setting }: Shot): string | null {
  const where = setting === 'interior' ? 'interior' : setting === 'exterior' ? 'exterior' : null;
  if (place === null) return where;
  return where === null ? placePhrase(place) : `${where}, ${placePhrase(place)}`;
}

function joinParts(parts: PromptParts): string {
  const sentence = (text: string | null): string[] => {
    const words = text?.trim().replace(/[.\s]+$/, '') ?? '';
    return words === '' ? [] : [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`];
  };
  const { framing, action, subject, characters, place, light, mood, lens, move, style } = parts;
  return [
    ...sentence(framing),
    ...sentence(action),
    ...sentence(subject),
    ...sentence(characters),
    ...sentence([place, light, mood].filter((part) => part !== null).join(', ')),
    ...sentence([lens, move].filter((part) => part !== null).join(', ')),
    ...sentence(style),
  ].join(' ');
}
