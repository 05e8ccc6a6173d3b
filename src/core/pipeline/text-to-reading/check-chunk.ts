import type { Result } from '../../../domain/kernel/result.ts';
import { type CheckedStretch, checkReading } from '../../../domain/shots/model-reading/check-reading.ts';
import type { UsableAnswer } from '../../../domain/shots/model-reading/reading-answer.ts';
import { firstPieces, type ReadingChunk } from '../../../domain/shots/model-reading/reading-chunks.ts';
import type { CarriedContext } from '../../../domain/shots/model-reading/reading-prompt.ts';
import type { ReadingStretch } from '../../../domain/shots/model-reading/reading-stretches.ts';
import { shortWords } from '../../../domain/shots/model-reading/short-words.ts';
import type { ReadingPlan } from './plan-reading.ts';

/** What became of one stretch. */
export interface ReadStretch {
  readonly stretch: ReadingStretch;
  /** What can be used, or why not. */
  readonly outcome: Result<CheckedStretch>;
}

export interface ReadChunk {
  readonly stretches: readonly ReadStretch[];
  readonly cast: UsableAnswer['cast'];
  readonly places: UsableAnswer['places'];
}

/** Holds the answer to a chunk against the rules, stretch by stretch; one that fails takes no other with it. */
export function checkChunk(plan: ReadingPlan, chunk: ReadingChunk, answer: Result<UsableAnswer>): ReadChunk {
  if (!answer.ok) {
    const stretches = chunk.stretches.map((stretch): ReadStretch => ({ stretch, outcome: answer }));
    return { stretches, cast: [], places: [] };
  }
  const { scenes, cast, places } = answer.value;
  const words = chunk.stretches.flatMap(({ scene, pieces }) => [
    scene.heading.toLowerCase(),
    ...pieces.map(({ text }) => text.toLowerCase()),
  ]);
  const named = cast.flatMap((one) => {
    const name = shortWords(one.name, 60);
    const description = shortWords(one.description, 400);
    if (name === null || description === null) return [];
    // Somebody whom the story does not name was made up.
    return words.some((text) => text.includes(name.toLowerCase())) ? [{ ...one, name, description }] : [];
  });
  const firsts = firstPieces(chunk);
  const people = [...plan.cast, ...named];
  return {
    stretches: chunk.stretches.map((stretch, i) => ({
      stretch,
      outcome: checkReading(stretch, scenes.get(i + 1), {
        cast: people,
        rate: plan.rate,
        firstPiece: firsts[i] ?? 1,
      }),
    })),
    cast: named,
    places: places.flatMap((one) => {
      const name = shortWords(one.name, 120);
      const description = shortWords(one.description, 400);
      return name === null || description === null ? [] : [{ name, description }];
    }),
  };
}

/** What the next chunk is told. What was said first of somebody stays. */
export function carryOn(context: CarriedContext, read: ReadChunk): CarriedContext {
  const last = read.stretches.at(-1);
  const scene = last?.outcome.ok === true ? last.outcome.value.scene : last?.stretch.scene;
  const lastScene = [last?.stretch.scene.heading, scene?.synopsis]
    .filter((words) => words != null)
    .join(': ');
  return {
    cast: mergeNamed(context.cast, read.cast),
    places: mergeNamed(context.places, read.places),
    lastScene: lastScene === '' ? context.lastScene : lastScene,
  };
}

interface Named {
  readonly name: string;
  readonly description: string | null;
}

function mergeNamed(known: readonly Named[], fresh: readonly Named[]): Named[] {
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  const added = fresh.filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()));
  return [...known, ...added.map(({ name, description }) => ({ name, description }))];
}
