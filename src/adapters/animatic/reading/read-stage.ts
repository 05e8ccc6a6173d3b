import type { ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { readPlace } from './places.ts';
import { readAppearance, readGarmentInShot } from './read-appearance.ts';
import { readHour, readMood, readWeather } from './read-atmosphere.ts';
import { readPeople } from './read-people.ts';
import { presentText, readThings } from './read-things.ts';
import { settleScene } from './settle-scene.ts';
import type { Person, StagePlan } from './stage-plan.ts';
import type { ThingKind } from './things.ts';

/** Reads a brief into a plan: what is there, who does what, in which light. Total: every text gives a plan. */
export function readStage(brief: ShotBrief): StagePlan {
  const description = presentText(brief.description);
  const text = `${presentText(brief.subject ?? '')}. ${description}`;
  const noCast = brief.characters.length === 0;
  const said = readThings(description, brief.description);
  const absent = readThings(brief.description, brief.description).filter((kind) => !said.includes(kind));
  const named = readThings(presentText(brief.subject ?? ''), brief.description).filter(
    (kind) => !absent.includes(kind),
  );
  const read = readPlace(
    brief.setting,
    brief.place,
    brief.subject,
    description,
    brief.kind === 'establishing',
  );
  const { place, inside } = settleScene(brief, read, [...named, ...said]);
  const insert = brief.kind === 'insert' || (brief.kind === 'montage' && named.includes('hand'));
  const { people, crowd } = readPeople(brief, insert);
  const hand = readHand(brief, named, said, insert, people);
  const hero = chooseHero(brief, named, said, noCast);
  const things = [...new Set([...named, ...said])].filter((kind) => kind !== hero && !bodyThings.has(kind));
  const watery = [...things, hero].some((kind) => kind !== null && afloat.has(kind));
  const dryGround = !inside && !waterPlaces.has(place);
  return {
    kind: brief.kind,
    size: brief.size,
    angle: brief.angle,
    lensMm: Math.max(10, Math.min(400, brief.lensMm)),
    place,
    inside,
    hour: readHour(brief.timeOfDay, text),
    weather: readWeather(`${text} ${brief.mood ?? ''}`),
    flooded: floodWords.test(brief.description) || (dryGround && watery),
    mood: readMood(`${brief.dialogue?.parenthetical ?? ''} ${brief.description}`, brief.mood),
    hero,
    things,
    people: hand !== null ? [] : people.map((person) => dressed(person, brief.description)),
    crowd,
    hand,
    beam: /\b(beam|turns its|lighthouse|lamp room|great lens)\b/i.test(`${text} ${brief.place ?? ''}`),
  };
}

/** Parts of people and of places: never lie about by themselves. */
const bodyThings: ReadonlySet<ThingKind> = new Set(['hand', 'shadow', 'stairs']);
const afloat: ReadonlySet<ThingKind> = new Set(['rowing-boat', 'paper-boat', 'ferry', 'ship']);
const waterPlaces: ReadonlySet<string> = new Set([
  'coast',
  'sea',
  'harbour',
  'river',
  'space',
  'street',
  'rooftop',
  'desert',
  'mountain',
]);
const floodWords =
  /\b(flood\w*|drowned|water (?:begins|began|in (?:her|his|the) kitchen|came|comes)|lino (?:ends|ended)|river c[ao]mes? up|sail(?:s|ed) out|banks of a canal|swims|swam|swimming)\b/i;

function chooseHero(
  brief: ShotBrief,
  named: readonly ThingKind[],
  said: readonly ThingKind[],
  noCast: boolean,
): ThingKind | null {
  const first = named.find((kind) => !bodyThings.has(kind)) ?? null;
  if (brief.kind === 'establishing' || (!noCast && brief.kind !== 'insert')) return first;
  return first ?? said.find((kind) => !bodyThings.has(kind)) ?? null;
}

/** Whose hand an insert shows; null when it shows none. */
function readHand(
  brief: ShotBrief,
  named: readonly ThingKind[],
  said: readonly ThingKind[],
  insert: boolean,
  people: readonly Person[],
): Person | null {
  const spoken = named.includes('hand') || said.includes('hand');
  const near = brief.size === 'close' || brief.size === 'extreme-close';
  const wanted = insert
    ? spoken || brief.characters.length > 0
    : spoken && (brief.characters.length === 0 || (near && named.includes('hand')));
  if (!wanted) return null;
  const known = people[0];
  if (known !== undefined) return known;
  const first = brief.characters[0];
  const name = first?.name ?? 'hand';
  return {
    name,
    appearance: readAppearance(name, first?.description ?? null),
    posture: 'reach',
    speaking: false,
    sideKey: 0.5,
  };
}

/** "Mara in oilskins": clothes that a shot puts on somebody for now. */
function dressed(person: Person, description: string): Person {
  const change = readGarmentInShot(person.name, description);
  return change === null ? person : { ...person, appearance: { ...person.appearance, ...change } };
}
