import { compareByOrder } from '../kernel/order.ts';
import type { Scene } from '../scenes/scene.ts';
import type { Shot } from './shot.ts';

/** What stands on a slate: scene "3", shot "3C". */
export interface SlateNumber {
  readonly sceneNumber: string;
  readonly shotNumber: string;
}

/** A to Z without I and O, which read as 1 and 0 on a slate. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Letters of the shot at `index` (0-based) in its scene: A … Z, AA, AB … without I and O. */
export function shotLetters(index: number): string {
  const rest = Math.floor(index / letters.length);
  const letter = letters.charAt(index % letters.length);
  return rest === 0 ? letter : shotLetters(rest - 1) + letter;
}

/** Shots in film order: by the order of their scene, then their own. A shot without a scene comes last. */
export function shotsInFilmOrder<S extends Pick<Shot, 'id' | 'sceneId' | 'order'>>(
  scenes: readonly Pick<Scene, 'id' | 'order'>[],
  shots: readonly S[],
): S[] {
  const rank = new Map<string, number>([...scenes].sort(compareByOrder).map(({ id }, i) => [id, i]));
  const rankOf = (shot: S): number => rank.get(shot.sceneId) ?? rank.size;
  return [...shots].sort((a, b) => rankOf(a) - rankOf(b) || compareByOrder(a, b));
}

/** The slate number of every shot by id. Scenes count from 1 unless the script numbers them. */
export function numberShots(
  scenes: readonly Pick<Scene, 'id' | 'order' | 'number'>[],
  shots: readonly Pick<Shot, 'id' | 'sceneId' | 'order'>[],
): ReadonlyMap<string, SlateNumber> {
  const sceneNumbers = numberScenes(scenes);
  const counts = new Map<string, number>();
  const numbers = new Map<string, SlateNumber>();
  for (const shot of shotsInFilmOrder(scenes, shots)) {
    const count = counts.get(shot.sceneId) ?? 0;
    counts.set(shot.sceneId, count + 1);
    const sceneNumber = sceneNumbers.get(shot.sceneId) ?? '0';
    numbers.set(shot.id, { sceneNumber, shotNumber: `${sceneNumber}${shotLetters(count)}` });
  }
  return numbers;
}

/** The number of every scene by id: the script's own where it has one, else its place, never one twice. */
export function numberScenes(
  scenes: readonly Pick<Scene, 'id' | 'order' | 'number'>[],
): ReadonlyMap<string, string> {
  const taken = new Set(scenes.flatMap(({ number }) => number ?? []));
  const numbers = new Map<string, string>();
  const used = new Set<string>();
  [...scenes].sort(compareByOrder).forEach((scene, i) => {
    let number = scene.number !== null && !used.has(scene.number) ? scene.number : null;
    for (let n = i + 1; number === null; n++)
      if (!taken.has(String(n)) && !used.has(String(n))) number = String(n);
    used.add(number);
    numbers.set(scene.id, number);
  });
  return numbers;
}
