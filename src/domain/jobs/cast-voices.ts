import type { PersonSound, VoiceAge } from '../cast/sound-of-person.ts';
import { deriveId } from '../kernel/derive-id.ts';
import type { ModelVoice } from './model-facts.ts';

/** Somebody who speaks and for whom nobody chose a voice. */
export interface Unvoiced extends PersonSound {
  readonly name: string;
  /** The voice that their lines have in takes of the model that are there. */
  readonly spokeWith: string | null;
}

/**
 * A voice of the model for each speaker: who has spoken keeps their voice; the others get one that fits their sex and age, and
 * that nobody has yet as long as there are enough. Steady: the same people and voices give the same answer, and somebody who
 * comes last changes nobody's.
 */
export function castVoices(
  speakers: readonly Unvoiced[],
  voices: readonly ModelVoice[],
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  const use = (voice: string): void => void uses.set(voice, (uses.get(voice) ?? 0) + 1);
  for (const voice of taken) use(voice);
  const cast = new Map<string, string>();
  for (const { name, spokeWith } of speakers) {
    if (spokeWith === null || cast.has(name)) continue;
    cast.set(name, spokeWith);
    use(spokeWith);
  }
  for (const speaker of speakers) {
    if (cast.has(speaker.name)) continue;
    const [best] = voices
      .map(({ id, gender, age }) => ({
        id,
        rank: [missOf(speaker.gender, gender), uses.get(id) ?? 0, yearsApart(speaker.age ?? 'adult', age)],
        // Not the first of the list for everybody: each person's own order, the same on every computer.
        turn: deriveId('voice', speaker.name.toLowerCase(), id),
      }))
      .sort((a, b) => compareRanks(a.rank, b.rank) || (a.turn < b.turn ? -1 : 1));
    if (best === undefined) continue;
    cast.set(speaker.name, best.id);
    use(best.id);
  }
  return cast;
}

/** 0 where it is what is wanted, or nothing is; 1 where the voice does not say; 2 where it is another. */
function missOf(wanted: string | null, is: string | undefined): number {
  if (wanted === null || is === wanted) return 0;
  return is === undefined ? 1 : 2;
}

const ages = ['child', 'young', 'adult', 'old'] as const;

/** How many ages lie between: for a child without a child's voice, a young one is nearest. A voice that does not say is a little off. */
function yearsApart(wanted: VoiceAge, is: VoiceAge | undefined): number {
  return is === undefined ? 1.5 : Math.abs(ages.indexOf(wanted) - ages.indexOf(is));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
