import { proseBlock } from '../../domain/text/laid-out/prose-block.ts';
import { isBreakLine } from '../../domain/text/laid-out/words-of-pages.ts';
import { chapterRank } from '../../domain/text/plain/chapter-line.ts';
import type { PrintedBlock } from '../../domain/text/printing/printed-block.ts';
import type { PageLine } from './page-lines.ts';

interface Setting {
  readonly bodySize: number;
  readonly stepPt: number;
}

/** Prose out of lines: paragraphs are joined over lines and pages, larger lines and named ones are chapters. */
export function proseOfPages(pages: readonly (readonly PageLine[])[]): PrintedBlock[] {
  const all = pages.flat();
  const bodySize = mostCommon(all.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
  const steps = pages.flatMap((lines) =>
    lines.map((line, at): [number, number] => [Math.round((lines[at - 1]?.y ?? line.y) - line.y), 1]),
  );
  const stepPt = mostCommon(steps.filter(([step]) => step > 4 && step < 60)) || bodySize * 1.3;
  const setting: Setting = { bodySize, stepPt };
  const blocks: PrintedBlock[] = [];
  let paragraph = '';
  const flush = (): void => {
    if (paragraph === '') return;
    const rank = chapterRank(paragraph, false);
    blocks.push(rank === null ? proseBlock('paragraph', paragraph) : proseBlock('chapter', paragraph, rank));
    paragraph = '';
  };
  for (const lines of pages) {
    const left = mostCommon(lines.map(({ x, text }) => [Math.round(x), text.length]));
    const right = Math.max(0, ...lines.map((line) => line.right));
    lines.forEach((line, at) => {
      const above = lines[at - 1];
      if (isBreakLine(line.text)) {
        flush();
        blocks.push(proseBlock('break', ''));
        return;
      }
      if (isHeading(line, setting)) {
        flush();
        const last = blocks.at(-1);
        const goesOn = last?.kind === 'chapter' && above !== undefined && above.y - line.y < line.size * 1.6;
        if (goesOn && isHeading(above, setting))
          blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.text}` };
        else blocks.push(proseBlock('chapter', line.text, 1));
        return;
      }
      if (startsParagraph(line, above, { setting, left, right, paragraph })) flush();
      paragraph = joinWords(paragraph, line.text);
    });
  }
  flush();
  return blocks;
}

function isHeading({ size, text }: PageLine, { bodySize }: Setting): boolean {
  return size > bodySize * 1.2 && text.length <= 120 && /\p{L}|\d/u.test(text);
}

function startsParagraph(
  line: PageLine,
  above: PageLine | undefined,
  { setting, left, right, paragraph }: { setting: Setting; left: number; right: number; paragraph: string },
): boolean {
  const ended = /[.!?…:"”’»)\]—*]$/.test(paragraph);
  // A paragraph goes on over a page's end unless it is done and the next begins like a new one.
  if (above === undefined) return ended && (line.x - left > 6 || /^[\p{Lu}“"„«‘]/u.test(line.text));
  if (above.y < line.y) return false;
  if (above.y - line.y > setting.stepPt * 1.35) return true;
  if (line.x - left > 6 && above.x - left <= 6) return true;
  if (line.x - left > 6 && ended) return true;
  return ended && above.right < right - (right - left) * 0.25;
}

/** A word that was divided at a line's end is whole again. */
function joinWords(before: string, words: string): string {
  if (before === '') return words;
  if (/\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(words)) return `${before.slice(0, -1)}${words}`;
  return `${before} ${words}`;
}

function mostCommon(weighed: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighed) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = 0;
  for (const [value, weight] of weights) {
    if (weight > most) {
      best = value;
      most = weight;
    }
  }
  return best;
}
