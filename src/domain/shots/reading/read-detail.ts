import { type Discourse, genderOfPronoun } from '../../cast/discourse.ts';
import type { Mention } from '../../cast/person-index.ts';
import { readVerb } from '../../scenes/language/verbs.ts';
import type { Word } from '../../scenes/language/words.ts';
import type { ShotSize } from '../shot.ts';
import { bodyDetails, lights, props } from './nouns.ts';
import type { Subject } from './read-subject.ts';

export interface Detail {
  readonly size: ShotSize;
  /** Whose; null when nothing tells. */
  readonly owner: string | null;
}

/** A hand or an eye that a sentence without an actor brings near: "The rag hangs from her hand." */
export function readDetail(
  words: readonly Word[],
  subject: Subject | null,
  mentions: readonly Mention[],
  discourse: Discourse,
): Detail | null {
  for (let i = 0; i < words.length; i++) {
    const size = bodyDetails.get(words[i]?.lower ?? '');
    if (size === undefined) continue;
    const before = words[i - 1]?.lower ?? '';
    const gender = genderOfPronoun(before);
    if (gender !== null) return { size, owner: discourse.resolve(gender) };
    const named = mentions.find((mention) => mention.next === i && /['’]s?$/.test(before));
    if (named !== undefined) return { size, owner: named.key };
    if (subject !== null && i === subject.next - 1) return { size, owner: null };
  }
  return null;
}

/** What a sentence is really about, where its subject only points: the boat in "The beam crosses a small wooden boat". */
export interface Target {
  readonly text: string;
  readonly head: string;
}

const nobody = /^(?:nobody|no-one|none|nothing)$/;

/** The thing that light falls on, or that nobody is at; null for an ordinary subject. */
export function readTarget(text: string, words: readonly Word[], subject: Subject): Target | null {
  if (nobody.test(subject.head)) {
    const left = words.findLast(({ lower }) => props.has(lower));
    return left === undefined ? null : { text: left.text, head: left.lower };
  }
  const verb = subject.verb === null ? undefined : words[subject.verb];
  if (!lights.has(subject.head) || verb === undefined || subject.verb === null) return null;
  const base = readVerb(verb.lower)?.base ?? '';
  if (!/^(?:cross|find|catch|pick|touch|hit|reach|sweep|reveal|show|light)$/.test(base)) return null;
  let end = subject.verb + 1;
  while (end < words.length && end < subject.verb + 7) {
    const gap = text.slice(words[end - 1]?.end ?? 0, words[end]?.start ?? 0);
    if (end > subject.verb + 1 && /[,;:.—–]/.test(gap)) break;
    end++;
  }
  const first = words[subject.verb + 1];
  const last = words[end - 1];
  if (first === undefined || last === undefined || end === subject.verb + 1) return null;
  return { text: text.slice(first.start, last.end), head: last.lower };
}
