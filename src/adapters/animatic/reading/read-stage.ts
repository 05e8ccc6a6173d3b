import type { ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { findMeanings } from './match-words.ts';
import { readPlace } from './places.ts';
import { readAppearance } from './read-appearance.ts';
import { readHour, readMood, readWeather } from './read-atmosphere.ts';
import { readPeople } from './read-people.ts';
import type { Person, StagePlan } from './stage-plan.ts';
import { type ThingKind, thingWords } from './things.ts';

/** Things that are a place when the camera stands far off, and never lie on a table. */
const bodyThings: ReadonlySet<ThingKind> = new Set(['hand', 'shadow', 'stairs']);

/** Reads a brief into a plan: what is there, who does what, in which light. Total: every text gives a plan. */
export function readStage(brief: ShotBrief): StagePlan {
  const text = `${brief.subject ?? ''}. ${brief.description}`;
  const { place, inside } = readPlace(
    brief.setting,
    brief.place,
    brief.subject,
    brief.description,
    brief.kind === 'establishing',
  );
  const said = findMeanings(brief.description, thingWords);
  const named = findMeanings(brief.subject ?? '', thingWords);
  const isInsert = brief.kind === 'insert';
  const nearThing = brief.size === 'close' || brief.size === 'extreme-close' || brief.size === 'medium-close';
  const noCast = brief.characters.length === 0;
  const hero: ThingKind | null =
    isInsert || (noCast && brief.kind !== 'establishing' && nearThing)
      ? (named[0] ?? said[0] ?? null)
      : noCast && brief.kind !== 'establishing'
        ? (named[0] ?? said[0] ?? null)
        : (named[0] ?? null);
  const { people, crowd } = readPeople(brief, isInsert && !nearThing);
  const shownPeople = isInsert ? [] : people;
  const first = brief.characters[0];
  const wantsHand =
    said.includes('hand') || named.includes('hand') || /\b(hand|palm|finger)/i.test(brief.description);
  const hand: Person | null =
    isInsert && (wantsHand || first !== undefined)
      ? (people[0] ?? {
          name: first?.name ?? 'hand',
          appearance: readAppearance(first?.name ?? 'hand', first?.description ?? null),
          posture: 'reach',
          speaking: false,
          sideKey: 0.5,
        })
      : null;
  const things = [...new Set([...named, ...said])].filter((kind) => kind !== hero && !bodyThings.has(kind));
  return {
    kind: brief.kind,
    size: brief.size,
    angle: brief.angle,
    lensMm: Math.max(10, Math.min(400, brief.lensMm)),
    place,
    inside,
    hour: readHour(brief.timeOfDay, text),
    weather: readWeather(`${text} ${brief.mood ?? ''}`, false),
    flooded:
      /\b(flood\w*|drowned|water (?:began|in her kitchen|came)|river came up|sailed out|banks of a canal|swimming)\b/i.test(
        brief.description,
      ),
    mood: readMood(`${brief.dialogue?.parenthetical ?? ''} ${brief.description}`, brief.mood),
    hero: hero === 'hand' ? null : hero,
    things,
    people: shownPeople,
    crowd,
    hand: hand !== null && (hero === null || hero === 'hand' || wantsHand) ? hand : null,
    beam: /\b(beam|turns its|lighthouse|lamp room|great lens)\b/i.test(`${text} ${brief.place ?? ''}`),
  };
}
