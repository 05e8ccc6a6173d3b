import type { Discourse } from '../../cast/discourse.ts';
import type { PersonIndex } from '../../cast/person-index.ts';
import { readableText } from '../../scenes/language/readable-text.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import { type Word, wordsOf } from '../../scenes/language/words.ts';
import { toPresentTense } from '../describing/present-tense.ts';
import type { ShotSize } from '../shot.ts';
import { props } from './nouns.ts';
import { readActors, type Stand } from './read-actors.ts';
import { readDetail, readTarget } from './read-detail.ts';
import { readSubject } from './read-subject.ts';

/** What one sentence of action shows, as far as rules can tell. */
export interface SentenceFacts {
  /** In the block's text. */
  readonly range: TextRange;
  /** Clean words in the present tense, without the brackets of an introduction. */
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
  /** It opens with a small letter: the second half of a sentence, cut because it is a picture of its own. */
  readonly secondHalf: boolean;
  /** A colon or an ellipsis at the end leads into what comes next. */
  readonly leadsOn: boolean;
  /** The word at its front that stands for somebody, for the description. */
  readonly pronoun: Stand | null;
  /** What "it" in the next sentence stands for; null when nothing clear. */
  readonly topic: string | null;
  /** Somebody looks or sees: what comes next is what they see. */
  readonly looks: boolean;
}

const pauseWords =
  /^(?:(?:a|another|one|long|short|the)\s+)*(?:silence|beat|pause|stillness|quiet|nothing|moment|hush|darkness)\b[^,]{0,24}$/i;
const introduction = /\s*\([^()]*\)/g;
/** How the second half of a sentence begins that was cut in two. */
const clauseOpening = /^(?:and|but|while|where|because)\s+(?=\S)/;
const looking =
  /\b(?:looks? (?:out|up|down|over|through|across|at)|sees?|watches|peers?|gazes?|stares? (?:at|out|into))\b/i;

/** What a sentence is read with. People that it names are remembered in `discourse`, so read in story order. */
export interface Reading {
  readonly index: PersonIndex;
  readonly discourse: Discourse;
  /** Told in the past: retold in the present before it is read. */
  readonly narrated: boolean;
}

/** What the sentence before leaves behind. */
export interface Before {
  readonly actor: string | null;
  /** The thing it was about, for "it": "the paper boat". */
  readonly topic: string | null;
}

/** Reads a sentence after another one. */
export function readSentence(
  blockText: string,
  range: TextRange,
  { index, discourse, narrated }: Reading,
  before: Before,
): SentenceFacts {
  const written = readableText(blockText.slice(range.start, range.end));
  const bare = written.replace(introduction, '').trim();
  const plain = bare === '' ? written : bare;
  const told = narrated ? toPresentTense(plain) : plain;
  const text = told.replace(clauseOpening, '');
  const words = wordsOf(text);
  const subject = readSubject(text, words);
  const mentions = index.mentions(words);
  const { actor, owner, pronoun } = readActors(words, subject, mentions, discourse, before.actor);
  const detail = actor === null ? readDetail(words, subject, mentions, discourse) : null;
  for (const { key } of mentions) discourse.mention(key);
  const leading = actor ?? owner ?? detail?.owner ?? null;
  if (leading !== null) discourse.mention(leading);
  const spoken = words.flatMap(({ lower }) =>
    lower === 'he' || lower === 'she' ? (discourse.resolve(lower) ?? []) : [],
  );
  const named = [...mentions.map(({ key }) => key), ...spoken].filter((key) => key !== leading);
  const target = subject === null || actor !== null ? null : readTarget(text, words, subject);
  const first = subject === null ? undefined : words[subject.first];
  const own =
    subject === null || first === undefined
      ? null
      : text.slice(first.start, words[subject.next - 1]?.end ?? first.end);
  const secondHalf = /^\p{Ll}/u.test(plain) && !/^\p{Ll}/u.test(blockText.trimStart());
  const it =
    words[0]?.lower === 'it' && before.topic !== null && actor === null
      ? { word: words[0].text, key: null, thing: before.topic }
      : null;
  const head = target?.head ?? subject?.head ?? '';
  return {
    range,
    text,
    words,
    people: [...new Set(leading === null ? named : [leading, ...named])],
    actor,
    thing: actor === null ? (target?.text ?? it?.thing ?? own) : null,
    head,
    detail: detail?.size ?? null,
    pause: pauseWords.test(text.replace(/[.!…:\s]+$/, '')),
    pronoun: it ?? pronoun,
    topic: topicOf(own, head, actor, secondHalf, before.topic),
    fragment: subject === null || subject.verb === null,
    pointsAtThing:
      actor === null && detail === null && (props.has(head) || /:\s*["“']?\p{Lu}{2}/u.test(text)),
    secondHalf,
    leadsOn: /(?:[:,–—]|\.\.\.)\s*$/.test(text),
    looks: actor !== null && looking.test(text),
  };
}

/** A thing that is the subject stays the topic, through "it" and through the second halves of sentences. */
function topicOf(
  own: string | null,
  head: string,
  actor: string | null,
  secondHalf: boolean,
  before: string | null,
): string | null {
  if (secondHalf || head === 'it') return before;
  if (actor !== null || own === null || !/^(?:the|a|an|this|that)\s/i.test(own)) return null;
  return own.replace(/^\p{L}+/u, 'the');
}
