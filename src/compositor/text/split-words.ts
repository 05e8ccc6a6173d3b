/** A piece of text that stays on one line; a line is broken only between pieces. */
export interface Word {
  readonly text: string;
  /** Whether a space separates it from the next piece when both are on one line. */
  readonly spaceAfter: boolean;
}

/** Scripts that are written without spaces: a line may be broken between any two of their characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** Must not begin a line (closing marks and small kana), as in JIS X 4051. */
const noStart = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
/** Must not end a line (opening marks). */
const noEnd = /[\p{Ps}\p{Pi}]$/u;
/** Spaces at which a line may be broken: all but the no-break ones. */
const breakingSpace = /[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u200b]+/u;
/** A break is allowed after a dash or slash between two letters: "north-east", "and/or". */
const afterDash = /(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as single characters: an emoji family or a letter with its accents is one. */
export function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The pieces of one paragraph in order. Joining them with their spaces gives the text back, runs of spaces as one. */
export function splitWords(paragraph: string): Word[] {
  const words: Word[] = [];
  for (const run of paragraph.split(breakingSpace)) {
    if (run === '') continue;
    const parts = run
      .split(afterDash)
      .flatMap((part) => (unspaced.test(part) ? splitUnspaced(part) : [part]));
    parts.forEach((text, index) => {
      words.push({ text, spaceAfter: index === parts.length - 1 });
    });
  }
  return words;
}

function splitUnspaced(run: string): string[] {
  const parts: string[] = [];
  for (const grapheme of splitGraphemes(run)) {
    const last = parts.at(-1);
    const joins =
      last !== undefined &&
      (noStart.test(grapheme) || noEnd.test(last) || (!unspaced.test(last) && !unspaced.test(grapheme)));
    if (joins) parts[parts.length - 1] = last + grapheme;
    else parts.push(grapheme);
  }
  return parts;
}

/** The text of `words[from … to)` on one line. */
export function joinWords(words: readonly Word[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined) break;
    text += word.spaceAfter && i + 1 < to ? `${word.text} ` : word.text;
  }
  return text;
}
