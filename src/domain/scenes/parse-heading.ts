import { lightKeepers, lightOfWords } from './lexicon/time-words.ts';
import type { Setting, TimeOfDay } from './scene.ts';

/** What a scene heading says. */
export interface HeadingFacts {
  readonly setting: Setting;
  readonly place: string | null;
  readonly timeOfDay: TimeOfDay;
  /** The heading's own words for when. */
  readonly timeNote: string | null;
  /** True when the light is that of the scene before ("CONTINUOUS", "LATER", or no time at all). */
  readonly keepsLight: boolean;
}

const settingMarks: readonly (readonly [RegExp, Setting])[] = [
  [/^(?:int\.?\s*\/\s*ext|ext\.?\s*\/\s*int|i\s*\/\s*e|e\s*\/\s*i)(?:[.:\s]+|$)/i, 'both'],
  [/^(?:int|interior)(?:[.:\s]+|$)/i, 'interior'],
  [/^(?:ext|exterior)(?:[.:\s]+|$)/i, 'exterior'],
  [/^est(?:[.:\s]+|$)/i, 'exterior'],
];

/** Reads a scene heading of any house style: "INT./EXT. CAR - MOVING - DAY", "EXT. PIER (NIGHT)", ".SNIPER SCOPE POV". */
export function parseHeading(text: string): HeadingFacts {
  let rest = text.replace(/\s+/g, ' ').trim();
  let setting: Setting = 'unknown';
  for (const [mark, meaning] of settingMarks) {
    if (!mark.test(rest)) continue;
    rest = rest.replace(mark, '');
    setting = meaning;
    break;
  }
  const places: string[] = [];
  const times: string[] = [];
  const parts = partsOf(rest);
  parts.forEach((part, index) => {
    const first = index === 0 && (parts.length > 1 || setting !== 'unknown');
    if (isTimePart(part, first)) times.push(part);
    else places.push(part);
  });
  const timeNote = times.length === 0 ? null : times.join(', ');
  const light = timeNote === null ? null : lightOfWords(timeNote);
  return {
    setting,
    place: places.length === 0 ? null : places.join(' - '),
    timeOfDay: light ?? 'unknown',
    timeNote,
    keepsLight: light === null,
  };
}

/** Cuts at dashes between spaces, at a closing bracket and before a last ", NIGHT". */
function partsOf(rest: string): string[] {
  const dashed = rest.split(/\s+[-–—]+\s+|\s+[–—]+|--+/);
  const parts = dashed.flatMap((part) => {
    const bracket = /^(.*?)\s*\(([^()]*)\)\s*\.?$/.exec(part);
    if (bracket !== null && isTimePart(bracket[2] ?? '', false)) return [bracket[1] ?? '', bracket[2] ?? ''];
    const comma = /^(.+),\s*([^,]+)$/.exec(part);
    if (comma !== null && isTimePart(comma[2] ?? '', true)) return [comma[1] ?? '', comma[2] ?? ''];
    return [part];
  });
  return parts.map((part) => part.replace(/^[\s.,:]+|[\s.,:]+$/g, '')).filter((part) => part !== '');
}

/** Whether a part says when. `strict` for a part that stands where a place is expected: "DAY CARE CENTER" is a place. */
function isTimePart(part: string, strict: boolean): boolean {
  const words = part.trim().split(/\s+/).length;
  if (words > (strict ? 2 : 5)) return false;
  if (lightKeepers.test(part)) return true;
  if (lightOfWords(part) === null)
    return /^(?:present|past|flashback|dream|\d{4}s?)\b/i.test(part) && !strict;
  if (!strict)
    return !/\b(?:care|room|club|school|shift|bar|market|bus|train|shop|cafe|ward|pool|porch)\b/i.test(part);
  return /^(?:early |late |mid-?|that )?(?:day|night|dawn|dusk|morning|afternoon|evening|noon|midnight|sunset|sunrise)\.?$/i.test(
    part.trim(),
  );
}
