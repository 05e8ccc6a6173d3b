import type { TimeOfDay } from '../scene.ts';

/** Words that say when, most specific first. The first pattern that matches gives the light. */
export const timeWords: readonly (readonly [RegExp, TimeOfDay])[] = [
  [/\b(?:before|pre|towards?|at|near)[ -]?(?:dawn|sunrise|daybreak|first light)\b/i, 'dawn'],
  [/\b(?:dawn|sunrise|daybreak|first light|sun-?up|cock-?crow)\b/i, 'dawn'],
  [/\b(?:dusk|sunset|twilight|nightfall|magic hour|golden hour|sun-?down|gloaming)\b/i, 'dusk'],
  [
    /\b(?:midnight|small hours|dead of night|tonight|that night|by night|at night|in the night|all night)\b/i,
    'night',
  ],
  [/\bnights?\b/i, 'night'],
  [/\b(?:noon|midday|lunch-?time)\b/i, 'day'],
  [/\bafternoons?\b/i, 'afternoon'],
  [/\bevenings?\b/i, 'evening'],
  [/\b(?:mornings?|breakfast)\b/i, 'morning'],
  [/\b(?:by day|in daylight|daytime|day)\b/i, 'day'],
];

/** Heading words that keep the light of the scene before. */
export const lightKeepers =
  /\b(?:continuous|continuing|later|same(?: time| day)?|meanwhile|simultaneous(?:ly)?|resuming|uninterrupted|cont'?d)\b/i;

const hourNames = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const clock =
  /\b(?:at|by|until|past|before|after|about|towards?)\s+(?:(?:a\s+)?(?:quarter|half|five|ten|twenty|\d{1,2})\s+(?:past|to)\s+)?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?=[:.]\d\d|\s*(?:o['’]clock|[ap]\.?m)))\b(?:\s*o['’]clock)?(?:\s+in the (morning|afternoon|evening)|\s+at (night)|\s*([ap])\.?m\b)?/i;

/** The light at a spoken clock time, "at four in the morning" → night; null when the text names no hour. */
export function lightOfClock(text: string, before: TimeOfDay): TimeOfDay | null {
  const match = clock.exec(text);
  const named = match?.[1]?.toLowerCase();
  if (match === null || named === undefined) return null;
  const half = (match[2] ?? match[3] ?? match[4] ?? '').toLowerCase();
  // "Then two men": a bare number needs "o'clock", a half of the day or a hour that has gone before.
  const hour = hourNames.includes(named) ? hourNames.indexOf(named) + 1 : Number(named);
  if (hour > 24) return null;
  const dark = before === 'night' || before === 'dawn' || before === 'morning';
  const late =
    half === 'afternoon' || half === 'evening' || half === 'night' || half === 'p' || (half === '' && !dark);
  return lightOfHour(hour >= 13 || !late || (half === 'night' && hour < 6) ? hour % 24 : (hour % 12) + 12);
}

function lightOfHour(hour: number): TimeOfDay {
  if (hour < 5) return 'night';
  if (hour < 7) return 'dawn';
  if (hour < 12) return 'morning';
  if (hour < 14) return 'day';
  if (hour < 18) return 'afternoon';
  if (hour < 21) return 'evening';
  return 'night';
}

/** The light that the words of a text name, or null. */
export function lightOfWords(text: string): TimeOfDay | null {
  for (const [pattern, light] of timeWords) if (pattern.test(text)) return light;
  return null;
}
