import { auxiliaries, prepositions } from '../scenes/language/function-words.ts';
import { readVerb } from '../scenes/language/verbs.ts';
import { isCapitalised, type Word, wordsOf } from '../scenes/language/words.ts';
import { notNames, speechVerbs } from './lexicon.ts';
import { readSpeeches } from './read-speeches.ts';

interface Evidence {
  name: string;
  /** For: speech verbs, being the subject of a verb. Against: standing where a place stands. */
  score: number;
  seen: number;
  withPronoun: boolean;
  firstSeen: number;
}

/** The names of people in prose, in order of appearance: words with a capital letter that speak and act. */
export function findProseNames(paragraphs: readonly string[]): string[] {
  const evidence = new Map<string, Evidence>();
  const ordinary = new Set<string>();
  paragraphs.forEach((text, index) => {
    for (const part of readSpeeches(text)) {
      const narration =
        part.kind === 'narration' ? text.slice(part.range.start, part.range.end) : (part.tag ?? '');
      gather(narration, part.kind === 'speech', index, evidence, ordinary);
    }
  });
  return [...evidence.values()]
    .filter(({ name, score, seen, withPronoun }) => {
      if (ordinary.has(name.toLowerCase()) && score < 4) return false;
      return score >= 2 || (score >= 1 && (seen >= 2 || withPronoun));
    })
    .sort((a, b) => a.firstSeen - b.firstSeen)
    .map(({ name }) => name)
    .filter((name, _i, names) => !names.some((other) => other !== name && other.split(' ').includes(name)));
}

function gather(
  text: string,
  isTag: boolean,
  index: number,
  evidence: Map<string, Evidence>,
  ordinary: Set<string>,
): void {
  const words = wordsOf(text);
  const pronoun = words.some(({ lower }) => lower === 'he' || lower === 'she');
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    if (!isCapitalised(word.text)) {
      ordinary.add(word.lower);
      continue;
    }
    if (notNames.has(word.lower)) continue;
    const next = nameEnd(text, words, i);
    const name = text.slice(word.start, words[next - 1]?.end ?? word.end).replace(/['’]s$/, '');
    const item = evidence.get(name) ?? { name, score: 0, seen: 0, withPronoun: false, firstSeen: index };
    item.seen++;
    item.score += weigh(words[i - 1], words[next], isTag);
    item.withPronoun ||= pronoun;
    evidence.set(name, item);
    i = next - 1;
  }
}

/** Names of several words: "Santa Rita", "Old Tom". */
function nameEnd(text: string, words: readonly Word[], first: number): number {
  let next = first + 1;
  while (next < words.length && next < first + 3) {
    const word = words[next];
    const gap = text.slice(words[next - 1]?.end ?? 0, word?.start ?? 0);
    if (word === undefined || gap !== ' ' || !isCapitalised(word.text) || notNames.has(word.lower)) break;
    next++;
  }
  return next;
}

function weigh(before: Word | undefined, after: Word | undefined, isTag: boolean): number {
  if (isTag && (speechVerbs.has(before?.lower ?? '') || speechVerbs.has(after?.lower ?? ''))) return 2;
  if (before !== undefined && (before.lower === 'the' || before.lower === 'a' || before.lower === 'an'))
    return -1;
  if (before !== undefined && prepositions.has(before.lower)) return before.lower === 'with' ? 0.5 : -0.5;
  if (after === undefined) return 0;
  const verb = readVerb(after.lower);
  const acts =
    auxiliaries.has(after.lower) || (verb !== null && verb.form !== 'gerund' && verb.form !== 'participle');
  return acts || after.lower === 'and' ? (acts ? 1 : 0.25) : 0;
}
