import type { ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { hashUnit } from '../random.ts';
import { findMeanings, firstMeaning, type Lexicon } from './match-words.ts';
import { readAppearance } from './read-appearance.ts';
import type { Person, Posture } from './stage-plan.ts';

export const postureWords: Lexicon<Posture> = [
  ['run', 'run*|ran|hurr*|chas*|rush*|sprint*|flee*|fled|dash*|race*'],
  ['sit', 'sit|sits|sitting|sat|seated|rides|drives|driving|on the draining board|steers with'],
  ['kneel', 'kneel*|knelt|pray*|on her knees|on his knees'],
  ['crouch', 'crouch*|squat*|bend*|bent|stoop*|folded the|folds|picks up|set it down|sets it down'],
  ['pull', 'drag|drags|dragging|dragged|pull*|haul*|tug*|tows|towing'],
  ['polish', 'polish*|wipe*|wiping|cleans|cleaned|cleaning|rubbed|rubs|scrub*'],
  ['palm', 'palm flat|hand on the glass|palm against|hands on the glass'],
  [
    'cover-mouth',
    'covers her mouth|covers his mouth|hand over her mouth|hand to her mouth|hand to his mouth',
  ],
  ['play', 'play*|blows|blew|sings'],
  ['write', 'wrote|writes|writing|chalk*|paints|draws'],
  ['look-out', 'looks out|looked out|stares out|watches the|shades her eyes|scans|peers|gazes|saw the'],
  ['wave', 'wave*|waving|calls out|shouts|salut*'],
  ['steer', 'steer*|at the wheel|at the helm|rows|rowing'],
  ['lean', 'lean|leans|leaning|leaned|leans close'],
  [
    'reach',
    'reach*|opens|opened|opening|turns the dial|turned the|push*|touch*|point*|unlocked|unlock*|knocks',
  ],
  ['hold', 'hold*|held|carr*|takes|took|lifts|clutch*|reads|read|put the kettle|put on|offers|gives|drinks'],
  ['lie', 'lies|lying|asleep|sleeps|sleeping|in bed|dead'],
  ['laugh', 'laugh*'],
  ['walk', 'walk*|steps|stepping|climb*|came|comes|crosses|went|enters|exits|leaves|strolls|march*|wander*'],
];

const crowdWords: readonly (readonly [RegExp, number])[] = [
  [/\b(crowd|audience|congregation|mob|army|procession|villagers|townspeople)\b/i, 14],
  [/\b(eleven|twelve|dozen|twenty|fifteen) (people|men|women|soldiers|children|of them)\b/i, 11],
  [/\b(people|soldiers|children|sailors|students|passengers|men|women)\b/i, 6],
];
const strangerWords: Lexicon<string> = [
  ['woman', 'woman|lady|grandmother|mother|girl|wife|sister|keeper|nurse'],
  [
    'man',
    'man|boy|father|captain|stranger|driver|policeman|detective|soldier|king|guard|doctor|sailor|fisherman',
  ],
];
const noPeople = /\b(nobody|no one|empty|no people|deserted|abandoned|there is nobody)\b/i;
const voiceOnly = /\b(voice|radio|announcer|narrator|v\.?o\.?|o\.?s\.?)\b/i;

function postureFor(name: string, description: string, only: boolean): Posture {
  const sentences = description.split(/(?<=[.!?;])\s+/);
  const own = sentences.filter((s) => s.toLowerCase().includes(name.toLowerCase())).join(' ');
  const found = findMeanings(own, postureWords);
  const fallback = only ? findMeanings(description, postureWords) : [];
  return found[0] ?? fallback[0] ?? 'stand';
}

export function readPeople(brief: ShotBrief, thingsOnly: boolean): { people: Person[]; crowd: number } {
  const description = brief.description;
  const visible = brief.characters.filter((c) => !voiceOnly.test(c.name));
  const crowd = crowdWords.find(([pattern]) => pattern.test(description))?.[1] ?? 0;
  if (thingsOnly) return { people: [], crowd: 0 };
  const people: Person[] = visible.slice(0, 4).map((c) => ({
    name: c.name,
    appearance: readAppearance(c.name, c.description),
    posture: postureFor(c.name, description, visible.length === 1),
    speaking:
      brief.dialogue !== null &&
      !brief.dialogue.offScreen &&
      brief.dialogue.speaker.toLowerCase() === c.name.toLowerCase(),
    sideKey: hashUnit(`side:${c.name.toLowerCase()}`),
  }));
  if (people.length === 0 && crowd === 0 && !noPeople.test(description)) {
    const stranger = firstMeaning(description, strangerWords);
    if (stranger !== null && brief.kind !== 'insert') {
      const words = description.match(/\b(?:a|an|the|one|her|his)\s+([^.,;]{0,60})/i)?.[0] ?? stranger;
      people.push({
        name: stranger,
        appearance: readAppearance(stranger, words),
        posture: findMeanings(description, postureWords)[0] ?? 'stand',
        speaking: brief.dialogue !== null && !brief.dialogue.offScreen,
        sideKey: hashUnit(`side:${stranger}`),
      });
    }
  }
  return { people, crowd };
}
