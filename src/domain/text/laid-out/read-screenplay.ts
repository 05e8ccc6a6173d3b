import type { BlockKind } from '../block.ts';
import { escapeMarks } from '../escape-marks.ts';
import { isStandardTransition } from '../fountain/recognise-line.ts';
import type { PrintedBlock } from '../printing/printed-block.ts';
import type { LaidOutLine } from './laid-out-line.ts';
import { isContinuedMark, isCueLike, isUpperCase, sceneHeadingOf } from './words-of-pages.ts';

export interface ReadScreenplayOptions {
  /** Whether a paragraph goes over several lines, as on a page; else each line is a paragraph. */
  readonly wraps: boolean;
}

/** Indents of a screenplay beyond its scene headings, in points: an inch for dialogue, more than two for a name. */
const dialoguePt = 30;
const cuePt = 90;

/**
 * The blocks of a screenplay by how it is laid out: what stands indented, in capitals, below what. null for what is no
 * screenplay, which has fewer than two scene headings or nobody who speaks in less than four scenes.
 */
export function readScreenplay(
  given: readonly LaidOutLine[],
  { wraps }: ReadScreenplayOptions,
): PrintedBlock[] | null {
  const lines = given.filter(({ text }) => !isContinuedMark(text));
  const headings = lines.filter(({ text, role }) => role === 'heading' || sceneHeadingOf(text) !== null);
  if (headings.length < 2) return null;
  const indents = headings.map(({ indentPt }) => indentPt).sort((a, b) => a - b);
  const basePt = indents[Math.floor(indents.length / 2)] ?? 0;
  const indented = lines.filter(({ text, indentPt }) => indentPt - basePt >= cuePt && isCueLike(text)).length;
  const page: Page = {
    lines,
    basePt,
    isLaidOut: indented > 0,
    hasGaps: lines.some(({ gapBefore }) => gapBefore),
    wraps,
  };
  const blocks = blocksOf(page);
  const cues = blocks.filter(({ kind }) => kind === 'character').length;
  return cues > 0 || headings.length > 3 ? blocks : null;
}

interface Page {
  readonly lines: readonly LaidOutLine[];
  readonly basePt: number;
  readonly isLaidOut: boolean;
  readonly hasGaps: boolean;
  readonly wraps: boolean;
}

function blocksOf(page: Page): PrintedBlock[] {
  const blocks: { -readonly [Field in keyof PrintedBlock]: PrintedBlock[Field] }[] = [];
  let inSpeech = false;
  let openBracket = false;
  page.lines.forEach((line, at) => {
    const last = blocks.at(-1);
    const kind: BlockKind = openBracket ? 'parenthetical' : kindOfLine(page, at, inSpeech);
    const text = line.text.trim();
    openBracket = kind === 'parenthetical' && !text.includes(')') && page.wraps;
    const speech = kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyric';
    const joins =
      last?.kind === kind &&
      (kind === 'dialogue' ||
        kind === 'parenthetical' ||
        (kind === 'action' && page.wraps && !line.gapBefore) ||
        (kind === 'heading' && page.wraps && !line.gapBefore && sceneHeadingOf(text) === null));
    if (joins && last !== undefined) last.text = `${last.text} ${escapeMarks(text)}`;
    else blocks.push(blockOf(kind, text));
    inSpeech = kind === 'character' || (speech && inSpeech);
  });
  for (const block of blocks) {
    if (block.kind === 'parenthetical') block.text = block.text.replace(/^\(\s*|\s*\)$/g, '');
  }
  return blocks;
}

function kindOfLine(page: Page, at: number, inSpeech: boolean): BlockKind {
  const line = page.lines[at];
  if (line === undefined) return 'action';
  if (line.role !== null) return line.role;
  const text = line.text.trim();
  const widePt = line.indentPt - page.basePt;
  if (sceneHeadingOf(text) !== null && widePt < dialoguePt) return 'heading';
  if (isStandardTransition(text) || (isUpperCase(text) && /\bTO:$/.test(text))) return 'transition';
  const below = page.lines[at + 1];
  if (page.isLaidOut) {
    if (
      widePt >= cuePt &&
      isCueLike(text) &&
      below !== undefined &&
      below.indentPt - page.basePt >= dialoguePt
    ) {
      return 'character';
    }
    if (!inSpeech || widePt < dialoguePt) return 'action';
    return text.startsWith('(') ? 'parenthetical' : 'dialogue';
  }
  if (inSpeech && text.startsWith('(') && text.endsWith(')')) return 'parenthetical';
  if (isCueLike(text) && below !== undefined && speaksBelow(page, line, below)) return 'character';
  if (!inSpeech || (page.hasGaps && line.gapBefore)) return 'action';
  const above = page.lines[at - 1];
  // Without white space nothing says where a speech ends: its first paragraph is the speech.
  return page.hasGaps || above === undefined || isCueLike(above.text) || above.text.trim().startsWith('(')
    ? 'dialogue'
    : 'action';
}

/** Words right below a name that are neither another name nor a scene. */
function speaksBelow(page: Page, line: LaidOutLine, below: LaidOutLine): boolean {
  if (page.hasGaps && (below.gapBefore || !line.gapBefore)) return false;
  return sceneHeadingOf(below.text) === null && (!isUpperCase(below.text) || page.hasGaps);
}

function blockOf(kind: BlockKind, text: string): PrintedBlock {
  const found = kind === 'heading' ? sceneHeadingOf(text) : null;
  return {
    kind,
    text: escapeMarks(found?.text ?? text),
    depth: kind === 'section' ? 1 : 0,
    sceneNumber: found?.number ?? null,
    key: null,
    dual: null,
    forced: false,
  };
}
