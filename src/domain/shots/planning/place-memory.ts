import { exteriorPlaces, interiorPlaces } from '../../scenes/lexicon/place-words.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { SentenceGroup } from '../reading/group-sentences.ts';
import { largeThings, props } from '../reading/nouns.ts';
import type { SentenceFacts } from '../reading/sentence-facts.ts';

/** Where things and people have been seen last: what a montage, which has no place of its own, goes by. */
export type PlaceMemory = Map<string, Pick<Scene, 'place' | 'setting'>>;

/** What remembering needs to know of the scene at hand. */
interface Here {
  readonly scene: Scene;
  readonly memory: PlaceMemory;
  readonly present: readonly string[];
}

/** Notes where the things of these sentences are, and who. */
export function rememberThings({ scene, memory, present }: Here, sentences: readonly SentenceFacts[]): void {
  if (scene.kind === 'montage' || scene.place === null) return;
  const here = { place: scene.place, setting: scene.setting };
  for (const { words } of sentences) {
    for (const { lower } of words) if (props.has(lower) || largeThings.has(lower)) memory.set(lower, here);
  }
  for (const key of present) memory.set(`person ${key}`, here);
}

/** The place of a picture in a montage: named by itself, else where its things or people were last. */
export function whereIs({ memory, scene }: Here, { all }: SentenceGroup): Pick<Scene, 'place' | 'setting'> {
  const words = all.flatMap((sentence) => sentence.words);
  for (const { lower } of words) {
    if (exteriorPlaces.has(lower)) return { place: lower, setting: 'exterior' };
    if (interiorPlaces.has(lower)) return { place: lower, setting: 'interior' };
  }
  for (const { lower } of words) {
    const seen = memory.get(lower);
    if (seen !== undefined) return seen;
  }
  for (const key of all.flatMap(({ people }) => people)) {
    const seen = memory.get(`person ${key}`);
    if (seen !== undefined) return seen;
  }
  return { place: scene.place, setting: scene.setting };
}
