import { auxiliaries } from '../../scenes/language/function-words.ts';
import { readableText } from '../../scenes/language/readable-text.ts';
import { splitLong } from '../../scenes/language/split-long.ts';
import { splitSentences } from '../../scenes/language/split-sentences.ts';
import type { TextRange } from '../../scenes/language/text-range.ts';
import { readVerb } from '../../scenes/language/verbs.ts';
import { wordsOf } from '../../scenes/language/words.ts';
import { longestActionWords } from '../shot-duration.ts';

/** A sentence of this many characters that tells of two doings is worth a cut between them. */
const cutWorthy = 84;
/** And one of this many that tells of two things. */
const clauseWorthy = 95;
/** A sentence this long is no sentence, and is cut by its words alone. */
const noSentence = 600;
/** Neither half shorter than this. */
const halfAtLeast = 30;

/**
 * The pieces of a stretch of action that shots are made of: sentences; long ones cut before a second doing ("takes the
 * horn from its hook, | goes outside"), and whatever no shot could hold cut between words. Pieces without anything
 * to read (a note to the crew) go with the piece before. Together they hold every word.
 */
export function actionRanges(text: string, stretch: TextRange): TextRange[] {
  const ranges = splitSentences(text.slice(stretch.start, stretch.end))
    .map(({ start, end }) => ({ start: start + stretch.start, end: end + stretch.start }))
    .flatMap((range) => cutAtDoing(text, range))
    .flatMap((range) => splitLong(text, range, longestActionWords));
  const readable: TextRange[] = [];
  let unread: number | null = null;
  for (const range of ranges) {
    const last = readable.at(-1);
    if (readableText(text.slice(range.start, range.end)) !== '') {
      readable.push({ start: unread ?? range.start, end: range.end });
      unread = null;
    } else if (last === undefined) unread ??= range.start;
    else readable[readable.length - 1] = { ...last, end: range.end };
  }
  return readable.length === 0 && unread !== null ? [{ start: unread, end: stretch.end }] : readable;
}

/** Cuts a long sentence once: before its second doing, or before a clause with a picture of its own. */
function cutAtDoing(text: string, range: TextRange): TextRange[] {
  const sentence = text.slice(range.start, range.end);
  if (sentence.length < cutWorthy || sentence.length > noSentence || /[("“«[]/.test(sentence)) return [range];
  const best = secondDoing(sentence) ?? (sentence.length < clauseWorthy ? null : ownClause(sentence));
  if (best === null) return [range];
  const rest = sentence.slice(best);
  const gap = rest.length - rest.trimStart().length;
  return [
    { start: range.start, end: range.start + best },
    { start: range.start + best + gap, end: range.end },
  ];
}

/** After the first comma that a verb follows: "takes the horn from its hook, | goes outside". */
function secondDoing(sentence: string): number | null {
  for (const match of sentence.matchAll(/[,;]\s+(?:and\s+|then\s+|and then\s+)?(\p{L}+)/gu)) {
    const verb = readVerb((match[1] ?? '').toLowerCase());
    const doing = verb?.form === 'third' || verb?.form === 'past' || auxiliaries.has(match[1] ?? '');
    if (doing && leavesHalves(sentence, match.index + 1)) return match.index + 1;
  }
  return null;
}

/** The comma nearest to the middle that a clause with a verb follows: ", where the hens are standing on the roof". */
function ownClause(sentence: string): number | null {
  let best: number | null = null;
  const middle = sentence.length / 2;
  for (const match of sentence.matchAll(/[,;]\s+(?:and|but|while|where|because)\s/g)) {
    const at = match.index + 1;
    const tells = wordsOf(sentence.slice(at)).some(
      ({ lower }) => auxiliaries.has(lower) || /^(?:third|past)$/.test(readVerb(lower)?.form ?? ''),
    );
    if (!tells || !leavesHalves(sentence, at)) continue;
    if (best === null || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  return best;
}

function leavesHalves(sentence: string, at: number): boolean {
  return at >= halfAtLeast && sentence.length - at >= halfAtLeast;
}
