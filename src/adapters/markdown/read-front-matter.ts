import type { BlockContent } from '../../domain/text/block.ts';
import { blockContent } from '../../domain/text/block-content.ts';

/** What stands between `---` lines at the top (`key: value`, as static site tools write it), and where the text begins. */
export function readFrontMatter(source: string): { blocks: BlockContent[]; end: number } {
  const none = { blocks: [], end: 0 };
  if (!/^---[ \t]*\n/.test(source)) return none;
  const blocks: BlockContent[] = [];
  let at = source.indexOf('\n') + 1;
  while (at < source.length) {
    const found = source.indexOf('\n', at);
    const end = found === -1 ? source.length : found;
    const line = source.slice(at, end).trimEnd();
    if (line === '---' || line === '...') return { blocks, end: Math.min(end + 1, source.length) };
    const entry = /^([\p{L}\p{N}_][\p{L}\p{N}_ -]{0,60}):(?:[ \t]+(.*))?$/u.exec(line);
    const last = blocks.at(-1);
    if (entry !== null) {
      const text = unquote(entry[2]?.trim() ?? '');
      blocks.push(blockContent('title-page', text, at, at + line.length, { key: entry[1] ?? '' }));
    } else if (last !== undefined && line.trim() !== '') {
      const more = unquote(line.trim().replace(/^-\s+/, ''));
      const text = last.text === '' || /^[|>][-+]?$/.test(last.text) ? more : `${last.text}\n${more}`;
      blocks[blocks.length - 1] = { ...last, text, sourceEnd: at + line.length };
    } else if (line.trim() !== '') return none;
    at = end + 1;
  }
  return none;
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted?.[2] ?? value;
}
