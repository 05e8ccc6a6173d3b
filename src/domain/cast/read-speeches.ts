import type { TextRange } from '../scenes/language/text-range.ts';
import { wordsOf } from '../scenes/language/words.ts';
import { speechVerbs } from './lexicon.ts';

/** A speech in prose: its quotes, and the words around them that only say who speaks and how. */
export interface Speech {
  readonly kind: 'speech';
  readonly range: TextRange;
  /** What is said, each without its marks. */
  readonly quotes: readonly TextRange[];
  /** "asked his grandmother", "she said"; null when nothing says it. */
  readonly tag: string | null;
}

export type ProsePart = Speech | { readonly kind: 'narration'; readonly range: TextRange };

const quoted = /"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|«([^»]*)(?:»|$)|„([^“”]*)(?:[“”]|$)/g;
const singleQuoted = /(?<=^|[\s(—–])[‘']((?=\p{Lu})[^‘\n]{0,800}?[.,!?…—])[’'](?=$|[\s.,;)—–])/gu;

/** Takes a paragraph apart into narration and speeches, in order. The parts together hold the whole paragraph. */
export function readSpeeches(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let at = 0;
  let open: { start: number; quotes: TextRange[]; tag: string | null; end: number } | null = null;
  const close = (): void => {
    if (open !== null) {
      parts.push({
        kind: 'speech',
        range: { start: open.start, end: open.end },
        quotes: open.quotes,
        tag: open.tag,
      });
    }
    open = null;
  };
  const narrate = (start: number, end: number): void => {
    if (/\S/.test(text.slice(start, end))) parts.push({ kind: 'narration', range: { start, end } });
  };
  const marks = quotesOf(text);
  marks.forEach((mark, index) => {
    const before = text.slice(at, mark.outer.start);
    if (open !== null && /^\s*$/.test(before)) open.quotes.push(mark.inner);
    else {
      close();
      const lead = leadLength(before);
      narrate(at, mark.outer.start - lead);
      const leadText = before.slice(before.length - lead).trim();
      open = {
        start: mark.outer.start - lead,
        quotes: [mark.inner],
        tag: leadText === '' ? null : leadText,
        end: 0,
      };
    }
    const after = text.slice(mark.outer.end, marks[index + 1]?.outer.start ?? text.length);
    const tag = tagLength(after, /,\s*$/.test(text.slice(mark.inner.start, mark.inner.end)));
    if (tag > 0) open.tag ??= after.slice(0, tag).trim();
    at = mark.outer.end + tag;
    open.end = at;
  });
  close();
  narrate(at, text.length);
  return parts;
}

function quotesOf(text: string): { inner: TextRange; outer: TextRange }[] {
  const found = [...text.matchAll(quoted)];
  const matches = found.length > 0 ? found : [...text.matchAll(singleQuoted)];
  return matches
    .map((match) => {
      const inside = match.slice(1).find((group) => group !== undefined) ?? '';
      const start = match.index + 1;
      return {
        inner: { start, end: start + inside.length },
        outer: { start: match.index, end: match.index + match[0].length },
        inside,
      };
    })
    .filter(({ inside, outer }) => isSpoken(inside, text, outer));
}

/** A quoted name or word inside a sentence ("the sign said "Exit" in red") is no speech. */
function isSpoken(inside: string, text: string, outer: TextRange): boolean {
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  if (/[.,!?…—–-]\s*$/.test(inside)) return true;
  if (inside.trim().split(/\s+/).length > 4) return true;
  return outer.start === 0 && outer.end === text.length;
}

/** Units at the end of the narration before a quote that lead into it: "She said, ", "Then, very softly: ". */
function leadLength(before: string): number {
  if (!/[,:]\s*$/.test(before)) return 0;
  const clause = /(?:^|[.!?…]["”’)]*\s)([^.!?…]*)$/.exec(before)?.[1] ?? before;
  const says = wordsOf(clause).some(({ lower }) => speechVerbs.has(lower));
  return says || /:\s*$/.test(clause) ? clause.length : 0;
}

/** Units after a quote that say who spoke: " said Tomas." The tag ends with its sentence, or before the next quote. */
function tagLength(after: string, openEnded: boolean): number {
  const clause = /^[^.!?…\n]*(?:[.!?…]+|$)/.exec(after)?.[0] ?? '';
  const words = wordsOf(clause);
  const verb = words.findIndex(({ lower }) => speechVerbs.has(lower));
  const says = verb !== -1 && verb < 6;
  const continues = /^\s*\p{Ll}/u.test(clause);
  if (words.length === 0) return /^[.,;:!?…\s]*$/.test(clause) ? clause.trimEnd().length : 0;
  if (says && (continues || openEnded || words.length <= 8)) return clause.length;
  return continues && openEnded ? clause.length : 0;
}
