import type { Discourse } from '../../cast/discourse.ts';
import type { PersonIndex } from '../../cast/person-index.ts';
import { plainText } from '../../scenes/language/plain-text.ts';
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
  /** A colon or an ellipsis at the end leads into what comes next. */
  readonly leadsOn: boolean;
  /** The word at its front that stands for somebody, for the description. */
  readonly pronoun: Stand | null;
  /** Somebody looks or sees: what comes next is what they see. */
  readonly looks: boolean;
}

const pauseWords =
  /^(?:(?:a|another|one|long|short|the)\s+)*(?:silence|beat|pause|stillness|quiet|nothing|moment|hush|darkness)\b[^,]{0,24}$/i;
const introduction = /\s*\([^()]*\)/g;
const looking =
  /\b(?:looks? (?:out|up|down|over|through|across|at)|sees?|watches|peers?|gazes?|stares? (?:at|out|into))\b/i;

/** What a sentence is read with. People that it names are remembered in `discourse`, so read in story order. */
export interface Reading {
  readonly index: PersonIndex;
  readonly discourse: Discourse;
  /** Told in the past: retold in the present before it is read. */
  readonly narrated: boolean;
}

/** Reads a sentence. `before` is who acted in the sentence before. */
export function readSentence(
  blockText: string,
  range: TextRange,
  { index, discourse, narrated }: Reading,
  before: string | null,
): SentenceFacts {
  const written = plainText(blockText.slice(range.start, range.end));
  const bare = written.replace(introduction, '').trim();
  const plain = bare === '' ? written : bare;
  const text = narrated ? toPresentTense(plain) : plain;
  const words = wordsOf(text);
  const subject = readSubject(text, words);
  const mentions = index.mentions(words);
  const { actor, owner, pronoun } = readActors(words, subject, mentions, discourse, before);
  const detail = actor === null ? readDetail(words, subject, mentions, discourse) : null;
  for (const { key } of mentions) discourse.mention(key);
  const leading = actor ?? owner ?? detail?.owner ?? null;
  if (leading !== null) discourse.mention(leading);
  const named = mentions.map(({ key }) => key).filter((key) => key !== leading);
  const target = subject === null || actor !== null ? null : readTarget(text, words, subject);
  const first = subject === null ? undefined : words[subject.first];
  const own =
    subject === null || first === undefined
      ? null
      : text.slice(first.start, words[subject.next - 1]?.end ?? first.end);
  const head = target?.head ?? subject?.head ?? '';
  return {
    range,
    text,
    words,
    people: leading === null ? named : [leading, ...named],
    actor,
    thing: actor === null ? (target?.text ?? own) : null,
    head,
    detail: detail?.size ?? null,
    pause: pauseWords.test(text.replace(/[.!…:\s]+$/, '')),
    pronoun,
    fragment: subject === null || subject.verb === null,
    pointsAtThing:
      actor === null && detail === null && (props.has(head) || /:\s*["“']?\p{Lu}{2}/u.test(text)),
    leadsOn: /(?:[:,–—]|\.\.\.)\s*$/.test(text),
    looks: actor !== null && looking.test(text),
  };
}
