import { irregularVerbs } from '../lexicon/irregular-verbs.ts';
import { regularVerbs } from '../lexicon/regular-verbs.ts';

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

export interface VerbReading {
  readonly base: string;
  readonly form: VerbForm;
}

const bases = new Set([...regularVerbs, ...irregularVerbs.map(({ base }) => base)]);
const pasts = new Map(irregularVerbs.map(({ base, past }) => [past, base]));
const participles = new Map(irregularVerbs.map(({ base, participle }) => [participle, base]));

/** A word as a form of a known verb; null for every other word. Forms that are spelt alike read as base, then past. */
export function readVerb(lower: string): VerbReading | null {
  const past = pasts.get(lower);
  if (past !== undefined && past !== lower && lower !== 'lay') return { base: past, form: 'past' };
  if (bases.has(lower)) return { base: lower, form: 'base' };
  const participle = participles.get(lower);
  if (participle !== undefined) return { base: participle, form: 'participle' };
  const third = stems(lower, 's');
  if (third !== null) return { base: third, form: 'third' };
  const regularPast = stems(lower, 'ed');
  if (regularPast !== null) return { base: regularPast, form: 'past' };
  const gerund = stems(lower, 'ing');
  return gerund === null ? null : { base: gerund, form: 'gerund' };
}

/** The known verb that a word with this ending comes from: carries → carry, stopped → stop, racing → race. */
function stems(lower: string, ending: 's' | 'ed' | 'ing'): string | null {
  if (!lower.endsWith(ending) || lower.length < ending.length + 2 || lower.length > 20) return null;
  const stem = lower.slice(0, -ending.length);
  const tries = [stem, `${stem}e`];
  if (ending === 's' && stem.endsWith('e')) tries.push(stem.slice(0, -1));
  if (stem.endsWith('ie')) tries.push(`${stem.slice(0, -2)}y`);
  if (ending === 'ed' && stem.endsWith('i')) tries.push(`${stem.slice(0, -1)}y`);
  if (ending !== 's' && stem.at(-1) === stem.at(-2)) tries.push(stem.slice(0, -1));
  if (ending === 'ing' && stem.endsWith('y')) tries.push(`${stem.slice(0, -1)}ie`);
  return tries.find((candidate) => bases.has(candidate)) ?? null;
}

/** Third person singular of the present: go → goes, carry → carries, pass → passes. */
export function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:[sxz]|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

/** The base form of any regular past, known or not: "tugged" → "tug", "nodded" → "nod", "loved" → "love". */
export function baseOfRegularPast(lower: string): string {
  const known = stems(lower, 'ed');
  if (known !== null) return known;
  const stem = lower.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/(?:[aeiou][cgsvz]|[^aeiou]l|[iu]r|[^aeiou][aiou][kt]|dg|rc|nc|rs|rv|lv)$/.test(stem))
    return `${stem}e`;
  return stem;
}
