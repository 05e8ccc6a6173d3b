import { personNouns } from '../../cast/lexicon.ts';
import type { Person } from '../../cast/person.ts';
import { isKnownByNoun } from '../../cast/person.ts';
import { determiners, prepositions } from '../../scenes/language/function-words.ts';
import { capitaliseFirst, isAllCaps, titleCaseName } from '../../scenes/language/words.ts';
import { props } from '../reading/nouns.ts';
import type { SentenceFacts } from '../reading/sentence-facts.ts';

/** A name as it stands in a sentence: "MARA" → "Mara". */
export function spokenName(people: ReadonlyMap<string, Person>, key: string): string {
  const person = people.get(key);
  if (person === undefined) return titleCaseName(key.toUpperCase());
  const unnamed = person.common || isKnownByNoun(key);
  return unnamed && person.name.toLowerCase() === key ? `the ${key}` : titleCaseName(person.name);
}

/** One clean sentence or two for the picture: pronouns named, capitals lowered, narration in the present. */
export function describeAction(
  sentences: readonly SentenceFacts[],
  people: ReadonlyMap<string, Person>,
): string {
  const shown = sentences.filter((sentence) => !(sentence.leadsOn && sentence.words.length < 5));
  const told = (shown.length === 0 ? sentences : shown).map((sentence, i) => {
    const named = i === 0 ? giveVoice(namePronoun(sentence, people), sentence, people) : sentence.text;
    return finish(lowerCapitals(named, people));
  });
  return told.join(' ');
}

/** "She hurries" → "Mara hurries", "Her shadow" → "Mara’s shadow"; a clause without a subject gets its name in front. */
function namePronoun({ text, pronoun, words }: SentenceFacts, people: ReadonlyMap<string, Person>): string {
  const kin = words[1]?.lower ?? '';
  if (pronoun === null) {
    return people.get(kin)?.common === true ? text.replace(/^(?:his|her|their|my|our)\b/i, 'The') : text;
  }
  const name = pronoun.key === null ? (pronoun.thing ?? pronoun.word) : spokenName(people, pronoun.key);
  if (pronoun.word === '') return capitaliseFirst(`${name} ${text.replace(/^(?:and|then|but)\s+/i, '')}`);
  const possessive = /^(?:her|his)$/i.test(pronoun.word);
  const at = new RegExp(`\\b${pronoun.word}\\b`).exec(text)?.index;
  if (at === undefined) return text;
  const put = possessive ? `${name}’s` : name;
  return capitaliseFirst(`${text.slice(0, at)}${put}${text.slice(at + pronoun.word.length)}`);
}

/** Somebody who is only heard is no picture: "Elias speaks from the set" → "Elias’s voice comes from the set". */
function giveVoice(text: string, { actor }: SentenceFacts, people: ReadonlyMap<string, Person>): string {
  if (actor === null || people.get(actor)?.voiceOnly !== true) return text;
  return text.replace(/(?<=\p{L})\s+(?:speaks|talks|says|answers|calls)\b/u, '’s voice comes');
}

/** "MARA grabs the BRASS KEY" → "Mara grabs the brass key"; signs and short initials stay ("the letters: ALMA", "TV"). */
function lowerCapitals(text: string, people: ReadonlyMap<string, Person>): string {
  const plain = text.replace(/(?<=\p{Lu}{2} )A(?= \p{Lu}{2})/gu, 'a');
  return plain.replace(/\p{Lu}[\p{Lu}\p{M}'’-]+(?![\p{Ll}])/gu, (word, offset: number) => {
    if (!isAllCaps(word)) return word;
    const bare = word.toLowerCase().replace(/['’]s$/, '');
    if (people.has(bare) || isNamePart(bare, people)) return titleCaseName(word).replace(/['’]S$/i, '’s');
    const before = plain.slice(Math.max(0, offset - 3), offset);
    const ordinary =
      determiners.has(bare) || prepositions.has(bare) || personNouns.has(bare) || props.has(bare);
    if ((word.length <= 3 && !ordinary) || /[:"“'‘]\s*$/.test(before)) return word;
    return offset === 0 || /[.!?]\s*$/.test(before)
      ? capitaliseFirst(word.toLowerCase())
      : word.toLowerCase();
  });
}

function isNamePart(lower: string, people: ReadonlyMap<string, Person>): boolean {
  if (people.size > 200) return false;
  for (const { key } of people.values()) {
    const parts = key.split(' ');
    if (parts.length > 1 && parts.includes(lower) && !isKnownByNoun(key)) return true;
  }
  return false;
}

function finish(text: string): string {
  const end = text.replace(/[\s:,;–—-]+$/, '');
  return capitaliseFirst(/[.!?…"”’)]$/.test(end) ? end : `${end}.`);
}
