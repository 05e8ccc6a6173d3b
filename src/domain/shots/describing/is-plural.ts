import { prepositions } from '../../scenes/language/function-words.ts';
import { readVerb } from '../../scenes/language/verbs.ts';
import type { Word } from '../../scenes/language/words.ts';

const pluralNouns = new Set(
  'people men women children hens geese feet teeth mice sheep police cattle they we you i'.split(' '),
);
const singularInS = /(?:ss|us|is|news|lens|gas|bus|glass|grass|ness)$/;

/** Whether the subject of the verb at `i` is many: its pronoun, or the head of the noun phrase that opens the clause. */
export function isPlural(sentence: string, words: readonly Word[], i: number): boolean {
  const direct = words[i - 1]?.lower ?? '';
  if (/^(?:he|she|it)$/.test(direct)) return false;
  if (pluralNouns.has(direct)) return true;
  if (/^(?:who|that|which)$/.test(direct)) return isPluralNoun(words[i - 2]);
  let start = i - 1;
  while (start > 0 && !opensClause(sentence, words, start)) start--;
  let head = start;
  for (let j = start; j < i; j++) {
    const lower = words[j]?.lower ?? '';
    if (j > start && prepositions.has(lower) && !prepositions.has(words[start]?.lower ?? '')) break;
    if (/^(?:who|that|which)$/.test(lower)) return isPlural(sentence, words, j);
    if (readVerb(lower)?.form === 'past' && j > start) break;
    head = j;
  }
  if (/^(?:he|she|it)$/.test(words[start]?.lower ?? '')) return false;
  if (/^(?:they|we|you|i)$/.test(words[start]?.lower ?? '')) return true;
  if (
    head === i - 1 ||
    prepositions.has(words[head + 1]?.lower ?? '') ||
    readVerb(words[head + 1]?.lower ?? '') !== null
  ) {
    return isPluralNoun(words[head]);
  }
  return false;
}

function isPluralNoun(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (pluralNouns.has(word.lower)) return true;
  return /s$/.test(word.lower) && !singularInS.test(word.lower) && !/^\p{Lu}/u.test(word.text);
}

function opensClause(sentence: string, words: readonly Word[], i: number): boolean {
  const gap = sentence.slice(words[i - 1]?.end ?? 0, words[i]?.start ?? 0);
  return (
    /[.;:!?—]|,/.test(gap) ||
    /^(?:but|because|when|where|while|as|if|so|before|after|until)$/.test(words[i - 1]?.lower ?? '')
  );
}
