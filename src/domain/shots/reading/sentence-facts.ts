import type { Discourse } from '../../cast/discourse.ts';
import { genderOfPronoun } from '../../cast/discourse.ts';
import type { PersonIndex } from '../../cast/person-index.ts';
import { plainText } from '../../scenes/language/plain-text.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import { type Word, wordsOf } from '../../scenes/language/words.ts';
import type { ShotSize } from '../shot.ts';
import { bodyDetails, props } from './nouns.ts';
import { readSubject } from './read-subject.ts';

/** What one sentence of action shows, as far as rules can tell. */
export interface SentenceFacts {
  /** In the block's text. */
  readonly range: TextRange;
  /** Clean words, without the brackets of an introduction. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Keys of the people in the picture, who acts first. */
  readonly people: readonly string[];
  /** Key of the person who acts. */
  readonly actor: string | null;
  /** The thing that the sentence is about, as written: "a brass lantern". */
  readonly thing: string | null;
  /** Head noun of the subject in lower case. */
  readonly head: string;
  /** A hand, an eye …: how near the text brings us. */
  readonly detail: ShotSize | null;
  /** "Silence.", "A beat." */
  readonly pause: boolean;
  /** No verb: a look at something. */
  readonly fragment: boolean;
  /** The text itself points at a thing: a prop as subject, capitals, or "four painted letters: ALMA". */
  readonly pointsAtThing: boolean;
  /** A colon or an ellipsis at the end leads into what comes next. */
  readonly leadsOn: boolean;
  /** Pronouns that open the sentence and whom they stand for, for the description. */
  readonly pronoun: { readonly word: string; readonly key: string } | null;
}

const pauseWords =
  /^(?:(?:a|another|one|long|short|the)\s+)*(?:silence|beat|pause|stillness|quiet|nothing|moment|hush|darkness)\b[^,]{0,24}$/i;
const introduction = /\s*\([^()]*\)/g;

/** Reads a sentence; people that it names are remembered in `discourse`, so call it in story order. */
export function readSentence(
  blockText: string,
  range: TextRange,
  index: PersonIndex,
  discourse: Discourse,
): SentenceFacts {
  const plain = plainText(blockText.slice(range.start, range.end));
  const text = plain.replace(introduction, '').trim() === '' ? plain : plain.replace(introduction, '').trim();
  const words = wordsOf(text);
  const subject = readSubject(text, words);
  const mentions = index.mentions(words);
  const first = subject === null ? undefined : words[subject.first];
  let actor: string | null = null;
  let owner: string | null = null;
  let pronoun: SentenceFacts['pronoun'] = null;
  if (subject !== null && first !== undefined) {
    const named = mentions.find((mention) => mention.first >= subject.first && mention.first < subject.next);
    const gender = genderOfPronoun(first.lower);
    if (named !== undefined) {
      const possessive = /['’]s?$/.test(words[named.next - 1]?.lower ?? '') && named.next < subject.next;
      if (possessive) owner = named.key;
      else if (named.next >= subject.next || named.first === subject.first) actor = named.key;
    } else if (gender !== null && (first.lower === 'she' || first.lower === 'he'))
      actor = discourse.resolve(gender);
    else if (first.lower === 'they') actor = null;
    else if (gender !== null) owner = discourse.resolve(gender);
    if (actor !== null && named === undefined) pronoun = { word: first.text, key: actor };
    if (owner !== null && named === undefined) pronoun = { word: first.text, key: owner };
  }
  for (const { key } of mentions) discourse.mention(key);
  const owned = actor ?? owner;
  if (owned !== null) discourse.mention(owned);
  const head = subject?.head ?? '';
  const detail = owner !== null || actor === null ? (bodyDetails.get(head) ?? null) : null;
  const named = mentions.map(({ key }) => key).filter((key) => key !== owned);
  const others = words.some(({ lower }) => lower === 'they' || lower === 'both')
    ? discourse.recent.slice(-2)
    : [];
  const people = [...new Set([...(owned === null ? [] : [owned]), ...named, ...others])];
  const thing =
    actor !== null || subject === null || first === undefined
      ? null
      : text.slice(first.start, words[subject.next - 1]?.end ?? first.end);
  const pause = pauseWords.test(text.replace(/[.!…:\s]+$/, ''));
  return {
    range,
    text,
    words,
    people,
    actor,
    thing,
    head,
    detail,
    pause,
    pronoun,
    fragment: subject === null || subject.verb === null,
    pointsAtThing:
      actor === null && detail === null && (props.has(head) || /:\s*["“']?\p{Lu}{2}/u.test(text)),
    leadsOn: /(?:[:,–—]|\.\.\.)\s*$/.test(text),
  };
}
