import type { ShotId } from '../../../kernel/ids.ts';
import type { Shot } from '../../../shots/shot.ts';
import type { SceneRun } from './scene-runs.ts';

/** Shorter ones (the, of, and) say nothing about what is heard. */
const shortestWord = 4;

/**
 * The clip of a scene that an effect belongs to: the one whose shot shares most words with what the effect is of ("a door
 * slams" goes to the shot with the door), else the scene's first.
 */
export function findMoment(
  prompt: string,
  { clips }: SceneRun,
  shots: ReadonlyMap<ShotId, Shot>,
): SceneRun['clips'][number] | null {
  const wanted = wordsOf(prompt);
  let best = clips[0] ?? null;
  let most = 0;
  for (const clip of clips) {
    const shot = shots.get(clip.shotId);
    if (shot === undefined) continue;
    const shown = wordsOf(`${shot.description} ${shot.subject ?? ''}`);
    let shared = 0;
    for (const word of wanted) if (shown.has(word)) shared++;
    if (shared > most) {
      most = shared;
      best = clip;
    }
  }
  return best;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Door and doors, slam and slams are the same thing.
  return new Set(
    words.filter((word) => word.length >= shortestWord).map((word) => word.replace(/(es|s)$/, '')),
  );
}
