import type { PageLine } from './page-lines.ts';

/** Share of a page's height, at its top and bottom, where headers and footers stand. */
const margin = 0.12;
/** Lines looked at from each end of a page. */
const outermost = 3;

/** Pages without what is not the story: page numbers, and what is repeated at the top or bottom of page after page. */
export function dropPageFurniture(
  pages: readonly (readonly PageLine[])[],
  heightPt: number,
): readonly (readonly PageLine[])[] {
  const inMargin = ({ y }: PageLine): boolean => y > heightPt * (1 - margin) || y < heightPt * margin;
  const seen = new Map<string, number>();
  const candidates = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    const ends = [...byHeight.slice(0, outermost), ...byHeight.slice(-outermost)];
    return new Set(ends.filter(inMargin));
  });
  for (const lines of candidates) {
    for (const key of new Set([...lines].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  // Left and right pages often have headers of their own.
  const often = Math.max(2, pages.length * 0.3);
  return pages.map((lines, at) => {
    const isFurniture = (line: PageLine): boolean =>
      candidates[at]?.has(line) === true &&
      (isPageNumber(line.text) || (seen.get(keyOf(line)) ?? 0) >= often);
    const story = lines.filter((line) => !isFurniture(line));
    // What stands right at the story is part of it: a name that many pages begin with, its words below.
    return lines.filter((line) => !isFurniture(line) || story.some((other) => standsAt(line, other)));
  });
}

function standsAt(line: PageLine, other: PageLine): boolean {
  return Math.abs(line.y - other.y) < Math.max(line.size, other.size) * 1.6;
}

/** The same on every page but for its number, at about the same height. */
function keyOf({ text, y }: PageLine): string {
  return `${Math.round(y / 8)} ${text.replace(/\d+/g, '#')}`;
}

function isPageNumber(text: string): boolean {
  return /^[-–—[(]?\s*(?:page\s+|seite\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|von|\/)\s*\d{1,4})?\s*[-–—\])]?\.?$/i.test(
    text,
  );
}
