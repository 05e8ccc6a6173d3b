import type { Discourse } from '../../cast/discourse.ts';
import { voiceDevices } from '../../cast/lexicon.ts';
import type { Casting } from '../../cast/person.ts';
import type { PersonIndex } from '../../cast/person-index.ts';
import { wordsOf } from '../../scenes/language/words.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { PlaceMemory } from './place-memory.ts';
import type { DraftParts, ShotDraft } from './shot-draft.ts';

/** What planning knows while it walks through a scene. */
export interface SceneContext {
  readonly scene: Scene;
  readonly casting: Casting;
  readonly index: PersonIndex;
  readonly discourse: Discourse;
  /** Prose: its past tense is retold in the present. */
  readonly narrated: boolean;
  readonly exterior: boolean;
  /** The thing voices come from in this scene ("radio"); null when the text names none. */
  readonly device: string | null;
  /** What people here speak into when they speak to somebody far away. */
  readonly mouthpiece: string | null;
  /** At most one person is in the whole scene. */
  readonly alone: boolean;
  /** A place or a light that the film has not shown yet. */
  readonly newPlace: boolean;
  readonly memory: PlaceMemory;
  /** Keys of the people who are here so far, newest last; those of the scene before too when prose stays in one place. */
  readonly present: string[];
  /** Speeches since the talk began. */
  turn: number;
  /** Speeches from out of the picture so far in this scene. */
  voices: number;
  /** Speakers of the talk, newest last. */
  readonly talkers: string[];
  /** True once the scene has a shot of its place. */
  opened: boolean;
}

export function contextOf(
  scene: Scene,
  blocks: readonly SourceBlock[],
  shared: Pick<SceneContext, 'casting' | 'index' | 'discourse' | 'newPlace' | 'memory'> & {
    readonly carried: readonly string[];
  },
): SceneContext {
  const { carried, ...rest } = shared;
  return {
    ...rest,
    scene,
    narrated: blocks.some(({ kind }) => kind === 'paragraph' || kind === 'quote'),
    exterior: scene.setting === 'exterior' || (scene.setting === 'unknown' && scene.kind === 'montage'),
    device: deviceOf(scene, blocks),
    mouthpiece: mouthpieceOf(blocks),
    alone: isLonely(blocks, shared),
    present: [...carried],
    turn: 0,
    voices: 0,
    talkers: [],
    opened: false,
  };
}

/** The first thing with a voice that the scene's action or its heading names, "set" only when nothing better is there. */
function deviceOf(scene: Scene, blocks: readonly SourceBlock[]): string | null {
  let weak: string | null = null;
  for (const { kind, text } of blocks) {
    if (kind !== 'action' && kind !== 'paragraph' && kind !== 'character' && kind !== 'heading') continue;
    for (const { lower } of wordsOf(text.slice(0, 4_000))) {
      if (!voiceDevices.has(lower)) continue;
      if (lower !== 'set' && lower !== 'speaker' && lower !== 'recorder' && lower !== 'monitor') return lower;
      weak ??= lower;
    }
  }
  return /\bradio\b/i.test(scene.place ?? '') ? 'radio' : weak;
}

/** Whether the scene's blocks name no more than one person with a body. */
function isLonely(
  blocks: readonly SourceBlock[],
  { casting, index }: Pick<SceneContext, 'casting' | 'index'>,
): boolean {
  const bodies = new Set<string>();
  for (const { kind, text } of blocks) {
    if (kind !== 'action' && kind !== 'paragraph' && kind !== 'character') continue;
    for (const { key } of index.mentions(wordsOf(text.slice(0, 4_000)))) {
      if (casting.people.get(key)?.voiceOnly === false) bodies.add(key);
    }
    if (bodies.size > 1) return false;
  }
  return true;
}

/** The microphone or telephone that the scene's action names. */
function mouthpieceOf(blocks: readonly SourceBlock[]): string | null {
  for (const { kind, text } of blocks) {
    if (kind !== 'action' && kind !== 'paragraph') continue;
    const match =
      /\b(microphone|telephone|phone|handset|receiver|mouthpiece|walkie-talkie|intercom|megaphone)\b/i.exec(
        text.slice(0, 4_000),
      );
    if (match?.[1] !== undefined) return match[1].toLowerCase();
  }
  return null;
}

/** Puts people into the scene, newest last. Voices without a body are never in it. */
export function enterScene(context: SceneContext, keys: readonly string[]): void {
  for (const key of keys) {
    if (context.casting.people.get(key)?.voiceOnly !== false) continue;
    const at = context.present.indexOf(key);
    if (at !== -1) context.present.splice(at, 1);
    context.present.push(key);
  }
}

/** A draft with what its scene says. */
export function draftOf(context: SceneContext, parts: DraftParts): ShotDraft {
  const { scene } = context;
  const bodies = (parts.characters ?? []).filter(
    (key) => context.casting.people.get(key)?.voiceOnly === false,
  );
  return {
    subject: null,
    dialogue: null,
    setting: scene.setting,
    place: scene.place,
    timeOfDay: scene.timeOfDay,
    mood: scene.mood,
    transitionOut: 'cut',
    ...parts,
    characters: [...new Set(bodies)],
  };
}
