import type { BlockList } from './block-list.ts';
import type { Line, Place } from './line.ts';

/**
 * Lines that a mark forces wherever they stand, in speech too: action `!`, lyric `~`, centred `> <`, transition `>`,
 * page break `===`. Answers where the next line stands, or null when the line has no such mark.
 */
export function readMarkedLine(line: Line, list: BlockList, place: Place): Place | null {
  const { raw, start, end } = line;
  switch (raw.charAt(0)) {
    case '!':
      if (raw.length === 1) return null;
      list.addLine('action', line.indent + raw.slice(1), start, end, true, false);
      return 'action';
    case '~':
      list.addLine('lyric', raw.slice(1).trim(), start, end, false, place === 'speech');
      return place === 'speech' ? 'speech' : 'open';
    case '>':
      return readPointed(line, list);
    case '=':
      if (raw.length < 3 || !/^=+$/.test(raw)) return null;
      list.add('page-break', '', start, end);
      return 'open';
    default:
      return null;
  }
}

function readPointed({ raw, bare, start, end }: Line, list: BlockList): Place | null {
  if (bare.endsWith('<')) {
    const close = raw.lastIndexOf('<');
    const text = (raw.slice(1, close).trim() + raw.slice(close + 1)).trim();
    if (text === '') return null;
    list.addLine('centered', text, start, end, false, false);
    return 'open';
  }
  const text = raw.slice(1).trim();
  if (text === '') return null;
  list.add('transition', text, start, end, { forced: true });
  return 'open';
}

/** Sections `#` (depth by the number of hashes) and synopses `=`: anywhere but in speech. */
export function readOutlineLine({ raw, start, end }: Line, list: BlockList): Place | null {
  const mark = raw.charAt(0);
  if (mark === '=') {
    list.add('synopsis', raw.slice(1).trim(), start, end);
    return 'open';
  }
  if (mark !== '#') return null;
  let depth = 1;
  while (raw.charAt(depth) === '#') depth++;
  list.add('section', raw.slice(depth).trim(), start, end, { depth });
  return 'open';
}
