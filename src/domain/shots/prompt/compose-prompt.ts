import type { CastMember } from '../../cast/cast-member.ts';
import { findPlace } from '../../cast/find-place.ts';
import type { Place } from '../../cast/place.ts';
import type { Project } from '../../project/project.ts';
import { titleCaseName } from '../../scenes/language/words.ts';
import { placePhrase } from '../describing/describe-place.ts';
import type { Shot } from '../shot.ts';
import { angleWords, lightWords, moveWords, sizeWords, styleWords } from './camera-words.ts';

/** The visible parts of a prompt, in the order in which they are joined; null where the shot has nothing to say. */
export interface PromptParts {
  readonly framing: string | null;
  readonly action: string | null;
  readonly subject: string | null;
  readonly characters: string | null;
  readonly place: string | null;
  readonly light: string | null;
  readonly mood: string | null;
  readonly lens: string | null;
  /** null for a still. */
  readonly move: string | null;
  readonly style: string | null;
  readonly palette: string | null;
}

/** Names of the parts, as a person's own words are kept under them. */
export const promptPartNames = [
  'framing',
  'action',
  'subject',
  'characters',
  'place',
  'light',
  'mood',
  'lens',
  'move',
  'style',
  'palette',
] as const satisfies readonly (keyof PromptParts)[];

/** What the prompts of all shots are composed from beside the shot itself. */
export interface PromptSource {
  readonly cast: readonly Pick<CastMember, 'name' | 'description'>[];
  readonly places: readonly Pick<Place, 'name' | 'description'>[];
  readonly project: Pick<Project, 'style' | 'palette' | 'lensWords'>;
}

export interface Prompt {
  /** As they are sent: with the words that a person put in place of some. */
  readonly parts: PromptParts;
  /** As they would be without a person's words. */
  readonly composed: PromptParts;
  /** What is sent: the parts as one text, or the person's own words where the shot has them. */
  readonly text: string;
}

/**
 * The prompt of a shot for a picture model, from what can be seen: no names without a face, no dialogue, no story. Words of a
 * person go before composed ones: part by part (`promptParts`, where "" leaves a part out), or all at once (`promptOverride`).
 */
export function composePrompt(
  shot: Shot,
  { cast, places, project }: PromptSource,
  kind: 'still' | 'clip',
): Prompt {
  const { style, palette, lensWords } = project;
  const composed: PromptParts = {
    framing: [sizeWords[shot.size], angleWords[shot.angle]].filter((words) => words !== null).join(', '),
    action: shot.description,
    subject: subjectOf(shot),
    characters: peopleOf(shot, cast),
    place: placeOf(shot, places),
    light: lightWords[shot.timeOfDay],
    mood: shot.mood === null ? null : `${shot.mood} mood`,
    lens: [`${shot.lensMm} mm lens`, lensWords].filter((words) => words !== null).join(', '),
    move: kind === 'clip' ? moveWords[shot.move] : null,
    style: style === '' ? null : (styleWords[style] ?? `${style} style`),
    palette,
  };
  const parts = withOwnWords(composed, shot.promptParts);
  return { parts, composed, text: shot.promptOverride ?? joinParts(parts) };
}

function withOwnWords(composed: PromptParts, own: Shot['promptParts']): PromptParts {
  const parts = Object.entries(composed).map(([part, words]): [string, string | null] => {
    // A still does not move, whatever was written for the clip.
    if (part === 'move' && words === null) return [part, null];
    const said = own[part];
    return [part, said === undefined ? words : said.trim() === '' ? null : said];
  });
  return Object.fromEntries(parts) as unknown as PromptParts;
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

/** "interior, kitchen (a low stone room, copper pans)". */
function placeOf({ place, setting }: Shot, places: PromptSource['places']): string | null {
  const where = setting === 'interior' ? 'interior' : setting === 'exterior' ? 'exterior' : null;
  if (place === null) return where;
  const looks = findPlace(places, place)?.description ?? null;
  const what = looks === null ? placePhrase(place) : `${placePhrase(place)} (${looks})`;
  return where === null ? what : `${where}, ${what}`;
}

function joinParts(parts: PromptParts): string {
  const sentence = (text: string | null): string[] => {
    const words = text?.trim().replace(/[.\s]+$/, '') ?? '';
    return words === '' ? [] : [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`];
  };
  const { framing, action, subject, characters, place, light, mood, lens, move, style, palette } = parts;
  return [
    ...sentence(framing),
    ...sentence(action),
    ...sentence(subject),
    ...sentence(characters),
    ...sentence([place, light, mood].filter((part) => part !== null).join(', ')),
    ...sentence([lens, move].filter((part) => part !== null).join(', ')),
    ...sentence(style),
    ...sentence(palette),
  ].join(' ');
}
