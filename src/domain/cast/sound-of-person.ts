import { type Gender, personNouns } from './lexicon.ts';

export type VoiceAge = 'child' | 'young' | 'adult' | 'old';

/** How somebody should sound, as far as the text says. */
export interface PersonSound {
  readonly gender: Gender | null;
  readonly age: VoiceAge | null;
}

const childWords = /\b(?:child|kid|boy|girl|toddler|schoolgirl|schoolboy)\b/i;
const youngWords = /\b(?:young|teen(?:age[rd]?)?|student|youth|twenties)\b/i;
const oldWords =
  /\b(?:old|elderly|aged|weathered|grandmother|grandfather|grandma|grandpa|granny|widow(?:er)?|(?:six|seven|eigh|nine)ties)\b/i;
const sheWords = /\b(?:she|her|female)\b/i;
const heWords = /\b(?:he|his|him|male)\b/i;

/** Years in words of a description: "60s", "34", "seven years old" by its first number. */
const years = /\b(\d{1,3})(?:s|\b)/;
const smallNumbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Reads gender and age from a name and the writer's words; `told` is the gender that the text's pronouns give. */
export function soundOfPerson(name: string, description: string | null, told: Gender | null): PersonSound {
  // What comes after is said of somebody beside them.
  const own = (description ?? '').split(/\b(?:with|beside|holding|carrying|and (?:his|her))\b/i)[0] ?? '';
  return { gender: told ?? genderIn(`${name} ${own}`), age: ageIn(name) ?? ageIn(own) };
}

function genderIn(words: string): Gender | null {
  for (const word of words.toLowerCase().match(/[\p{L}-]+/gu) ?? []) {
    const gender = personNouns.get(word);
    if (gender !== undefined && gender !== null) return gender;
  }
  const [she, he] = [sheWords.test(words), heWords.test(words)];
  return she === he ? null : she ? 'she' : 'he';
}

function ageIn(words: string): VoiceAge | null {
  const counted = years.exec(words)?.[1];
  if (counted !== undefined) return ageOf(Number(counted));
  const spelled = new RegExp(`\\b(${smallNumbers.join('|')}) years old\\b`, 'i').exec(words)?.[1];
  if (spelled !== undefined) return ageOf(smallNumbers.indexOf(spelled.toLowerCase()) + 1);
  if (oldWords.test(words.replace(/\byears? old\b/gi, ''))) return 'old';
  if (childWords.test(words)) return 'child';
  return youngWords.test(words) ? 'young' : null;
}

function ageOf(count: number): VoiceAge {
  if (count < 13) return 'child';
  if (count < 30) return 'young';
  return count < 60 ? 'adult' : 'old';
}
