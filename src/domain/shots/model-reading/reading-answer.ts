import { z } from 'zod';
import { Setting, TimeOfDay } from '../../scenes/scene.ts';
import { CameraMove, ShotAngle, ShotKind, ShotSize } from '../shot.ts';

/*
 * What a language model answers. Every field is required and nothing has a bound, because the strict modes of providers take
 * only such schemas; what the values may be is checked by hand afterwards.
 */

export const AnsweredShot = z.object({
  /** First and last piece of the story that it films. */
  from: z.number(),
  to: z.number(),
  kind: ShotKind,
  size: ShotSize,
  angle: ShotAngle,
  move: CameraMove,
  /** What the camera sees, one or two sentences in the present tense. */
  description: z.string(),
  subject: z.string().nullable(),
  characters: z.array(z.string()),
  seconds: z.number(),
});
export type AnsweredShot = z.infer<typeof AnsweredShot>;

export const AnsweredScene = z.object({
  scene: z.number(),
  place: z.string().nullable(),
  setting: Setting,
  timeOfDay: TimeOfDay,
  mood: z.string().nullable(),
  synopsis: z.string().nullable(),
  shots: z.array(AnsweredShot),
});
export type AnsweredScene = z.infer<typeof AnsweredScene>;

export const ReadingAnswer = z.object({
  scenes: z.array(AnsweredScene),
  cast: z.array(z.object({ name: z.string(), description: z.string(), voiceOnly: z.boolean() })),
  places: z.array(z.object({ name: z.string(), description: z.string() })),
});
export type ReadingAnswer = z.infer<typeof ReadingAnswer>;

/** What of an answer can be used: each scene stands or falls by itself. */
export interface UsableAnswer {
  readonly scenes: ReadonlyMap<number, AnsweredScene>;
  readonly cast: ReadingAnswer['cast'];
  readonly places: ReadingAnswer['places'];
}

const Loose = z.object({
  scenes: z.array(z.unknown()),
  cast: z.array(z.unknown()).catch([]),
  places: z.array(z.unknown()).catch([]),
});

/** Longest answer that is looked at; what a model is asked for is far shorter. */
const mostCharacters = 2_000_000;

/**
 * Reads the words of a model. Null for what is no answer at all: prose, cut-off JSON, another shape. A scene that does not fit
 * the schema is left out, the others stay. Of a scene that is answered twice neither counts.
 */
export function readAnswer(words: string): UsableAnswer | null {
  if (words.length > mostCharacters) return null;
  const loose = Loose.safeParse(jsonIn(words));
  if (!loose.success) return null;
  const scenes = new Map<number, AnsweredScene>();
  const twice = new Set<number>();
  for (const value of loose.data.scenes) {
    const scene = AnsweredScene.safeParse(value);
    if (!scene.success) continue;
    if (scenes.has(scene.data.scene)) twice.add(scene.data.scene);
    scenes.set(scene.data.scene, scene.data);
  }
  for (const number of twice) scenes.delete(number);
  const { cast, places } = ReadingAnswer.shape;
  return {
    scenes,
    cast: loose.data.cast.flatMap((value) => cast.element.safeParse(value).data ?? []),
    places: loose.data.places.flatMap((value) => places.element.safeParse(value).data ?? []),
  };
}

/** The JSON of an answer, out of the fence that some models put around it. */
function jsonIn(words: string): unknown {
  const start = words.indexOf('{');
  const end = words.lastIndexOf('}');
  if (start === -1 || end < start) return null;
  try {
    return JSON.parse(words.slice(start, end + 1));
  } catch {
    return null; // Cut off, or never JSON: no answer.
  }
}

/** The shape of an answer as JSON Schema, for providers that hold a model to one. */
export function readingJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(ReadingAnswer);
  return schema;
}
