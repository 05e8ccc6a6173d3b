import type { LaidOutLine } from '../../domain/text/laid-out/laid-out-line.ts';
import { sceneHeadingOf } from '../../domain/text/laid-out/words-of-pages.ts';
import type { PageLine } from './page-lines.ts';

/** Lines of all pages as one column; the white space of a page's end says nothing about paragraphs. */
export function screenplayLines(pages: readonly (readonly PageLine[])[]): LaidOutLine[] {
  const stepPt = usualStep(pages);
  return pages.flatMap((lines) =>
    lines.map((line, at) => {
      const above = lines[at - 1];
      const gapBefore = above === undefined || above.y - line.y > stepPt * 1.4;
      return { text: line.text, indentPt: indentOf(line), gapBefore, role: null };
    }),
  );
}

/** A scene number in the margin stands before where the heading begins. */
function indentOf({ text, x, right }: PageLine): number {
  const numbered = sceneHeadingOf(text);
  if (numbered === null || numbered.number === null) return x;
  return x + ((right - x) * Math.max(0, text.indexOf(numbered.text))) / Math.max(1, text.length);
}

/** The distance of lines that stand right below each other: the smallest that is usual. */
function usualStep(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const lines of pages) {
    lines.forEach((line, at) => {
      const step = Math.round((lines[at - 1]?.y ?? line.y) - line.y);
      if (step <= 4 || step > 60) return;
      counts.set(step, (counts.get(step) ?? 0) + 1);
      all++;
    });
  }
  const usual = [...counts].filter(([, count]) => count >= all * 0.08).map(([step]) => step);
  return usual.length === 0 ? 14 : Math.min(...usual);
}
