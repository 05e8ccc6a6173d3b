import type { SentenceFacts } from './sentence-facts.ts';

/** Sentences that one shot films. Never empty. */
export interface SentenceGroup {
  readonly first: SentenceFacts;
  readonly all: readonly SentenceFacts[];
}

/** Characters that one shot of action holds at most before it is worth a cut. */
const roomyLength = 150;

/** Joins neighbouring sentences that the camera can take in one set-up: the same subject, or a look around. */
export function groupSentences(sentences: readonly SentenceFacts[]): SentenceGroup[] {
  const groups: SentenceFacts[][] = [];
  for (const sentence of sentences) {
    const open = groups.at(-1);
    if (open !== undefined && belongsTo(open, sentence)) open.push(sentence);
    else groups.push([sentence]);
  }
  return groups.flatMap((all) => {
    const first = all[0];
    return first === undefined ? [] : [{ first, all }];
  });
}

function belongsTo(open: readonly SentenceFacts[], next: SentenceFacts): boolean {
  const first = open[0];
  const last = open.at(-1);
  if (first === undefined || last === undefined) return true;
  if (next.secondHalf) return false;
  if (last.leadsOn && last.words.length < 5) return true;
  const length = open.reduce((sum, { text }) => sum + text.length, 0) + next.text.length;
  if (open.length >= 3 || length > roomyLength) return false;
  if (last.pause) return next.leadsOn && next.words.length < 6;
  if (next.pause) return false;
  if (next.leadsOn && next.words.length < 5) return true;
  // "Locked.", "Nothing there.": a word on what was just seen.
  if (next.fragment && next.words.length <= 2 && next.people.length === 0 && !next.pointsAtThing) return true;
  if (next.detail !== first.detail) return false;
  if (next.actor !== null || first.actor !== null) {
    // The same person goes on, in a short sentence; a long one deserves its own set-up.
    return next.actor === first.actor && length <= 100 && !next.pointsAtThing;
  }
  if (next.pointsAtThing !== first.pointsAtThing) return bothLookAround(first, next) && length <= 120;
  if (next.pointsAtThing) return bothLookAround(first, next);
  if (next.fragment && next.words.length <= 4 && next.people.length === 0) return true;
  if (first.fragment && next.fragment) return true;
  return next.head === first.head || (next.head === 'it' && !first.secondHalf);
}

function bothLookAround(first: SentenceFacts, next: SentenceFacts): boolean {
  return first.fragment && next.fragment && !/:/.test(next.text);
}
