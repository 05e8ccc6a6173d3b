import type { BlockContent, BlockKind } from '../../domain/text/block.ts';
import { blockContent } from '../../domain/text/block-content.ts';
import { escapeMarks } from '../../domain/text/escape-marks.ts';
import { isStandardTransition } from '../../domain/text/fountain/recognise-line.ts';
import { type StyledRun, textOfRuns, wordsOfRuns } from './styled-runs.ts';

/** A paragraph of the file, complete. */
export interface ScriptParagraph {
  /** The `Type` attribute: "Scene Heading", "Action" … */
  readonly type: string;
  /** The `Number` attribute of a scene heading. */
  readonly number: string | null;
  readonly runs: readonly StyledRun[];
  /** Range from its first run to its last in the source. */
  readonly start: number;
  readonly end: number;
  readonly dual: BlockContent['dual'];
}

const kinds: ReadonlyMap<string, BlockKind> = new Map([
  ['Scene Heading', 'heading'],
  ['Action', 'action'],
  ['Character', 'character'],
  ['Parenthetical', 'parenthetical'],
  ['Dialogue', 'dialogue'],
  ['Transition', 'transition'],
  ['Shot', 'action'],
  ['General', 'action'],
  ['Lyrics', 'lyric'],
  ['Lyric', 'lyric'],
  ['Singing', 'lyric'],
  ['New Act', 'section'],
  ['Cold Opening', 'section'],
  ['End of Act', 'centered'],
  ['Show/Ep. Title', 'centered'],
  ['Cast List', 'note'],
  ['Outline 1', 'section'],
  ['Outline 2', 'section'],
  ['Outline 3', 'section'],
  ['Outline 4', 'section'],
  ['Outline Body', 'synopsis'],
]);

const styled = new Set<BlockKind>(['action', 'dialogue', 'lyric', 'centered']);
const spoken = new Set<BlockKind>(['character', 'parenthetical', 'dialogue', 'lyric']);

/** The block of a paragraph; null for one without words. A type that is not known is action. */
export function blockOfParagraph(paragraph: ScriptParagraph): BlockContent | null {
  const { type, number, runs, start, end } = paragraph;
  const kind = kindOf(type, runs);
  const text = styled.has(kind) ? textOfRuns(runs) : escapeMarks(wordsOfRuns(runs).trim());
  if (text === '') return null;
  return blockContent(kind, kind === 'parenthetical' ? withoutBrackets(text) : text, start, end, {
    depth: kind === 'section' ? Number(/\d$/.exec(type)?.[0] ?? 1) : 0,
    sceneNumber: kind === 'heading' && number !== null && number.trim() !== '' ? number.trim() : null,
    dual: spoken.has(kind) ? paragraph.dual : null,
  });
}

/** "FADE IN:" is often typed as action or general text. */
function kindOf(type: string, runs: readonly StyledRun[]): BlockKind {
  const kind = kinds.get(type) ?? 'action';
  return kind === 'action' && isStandardTransition(wordsOfRuns(runs).trim()) ? 'transition' : kind;
}

function withoutBrackets(text: string): string {
  const inside = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
  return inside === '' ? text : inside;
}
