import type { BlockList } from './block-list.ts';
import type { Line, Place } from './line.ts';
import {
  isCharacterCue,
  isSceneHeading,
  isStandardTransition,
  isTransition,
  trailingSceneNumber,
} from './recognise-line.ts';

/**
 * A line that begins an element: heading, cue or transition. `following` is the text of the line right below (past
 * asides), null when a blank line or the end is there. Null when the line is none of these.
 */
export function readOpenLine(line: Line, list: BlockList, following: () => string | null): Place | null {
  const { raw, bare, start, end } = line;
  if (/^\.[\p{L}\p{N}]/u.test(raw)) return addHeading(line, raw.slice(1), true, list);
  if (isSceneHeading(bare)) return addHeading(line, raw, false, list);
  if (raw.startsWith('@') && raw.length > 1) return addCue(line, raw.slice(1), true, list);
  if (isStandardTransition(bare)) {
    list.add('transition', raw, start, end);
    return 'open';
  }
  const below = following();
  if (isTransition(bare) && (below === null || isSceneHeading(below))) {
    list.add('transition', raw, start, end);
    return 'open';
  }
  const name = bare.endsWith('^') ? bare.slice(0, -1).trimEnd() : bare;
  return below !== null && isCharacterCue(name) ? addCue(line, raw, false, list) : null;
}

function addHeading(line: Line, written: string, forced: boolean, list: BlockList): Place {
  const sceneNumber = trailingSceneNumber(line.bare);
  let text = written;
  if (sceneNumber !== null) {
    const close = written.lastIndexOf('#');
    const open = written.lastIndexOf('#', close - 1);
    text = (written.slice(0, open).trimEnd() + written.slice(close + 1)).trim();
  }
  list.add('heading', text.trim(), line.start, line.end, { sceneNumber, forced });
  return 'open';
}

function addCue({ bare, start, end }: Line, written: string, forced: boolean, list: BlockList): Place {
  const dual = bare.endsWith('^');
  const caret = dual ? written.lastIndexOf('^') : written.length;
  const text = (written.slice(0, caret).trimEnd() + written.slice(caret + 1)).trim();
  list.addCue(text, start, end, forced, dual);
  return 'speech';
}
