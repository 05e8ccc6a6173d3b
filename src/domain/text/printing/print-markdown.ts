import type { PrintedBlock } from './printed-block.ts';

/** Markdown: chapters are headings, notes comments, breaks rules; what the format would read as a mark is escaped. */
export function printMarkdown(blocks: readonly PrintedBlock[]): string {
  const titled = blocks[0]?.kind === 'title-page';
  const front = blocks.slice(
    0,
    Math.max(
      0,
      blocks.findIndex(({ kind }) => kind !== 'title-page'),
    ),
  );
  const inFront = titled && !(front.length === 1 && isTitle(blocks[0])) ? front : [];
  const parts = inFront.length === 0 ? [] : [printFrontMatter(inFront)];
  const chapterBase = inFront.length === 0 && isTitle(blocks[0]) ? 1 : 0;
  for (const block of blocks.slice(inFront.length)) parts.push(printBlock(block, chapterBase));
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function isTitle(block: PrintedBlock | undefined): boolean {
  return block?.kind === 'title-page' && /^title$/i.test(block.key ?? '');
}

function printFrontMatter(blocks: readonly PrintedBlock[]): string {
  const lines = blocks.map(({ key, text }) => `${key ?? 'Title'}: ${text.replaceAll('\n', '\n  ')}`);
  return `---\n${lines.join('\n')}\n---`;
}

function printBlock(block: PrintedBlock, chapterBase: number): string {
  const { kind, text, depth } = block;
  switch (kind) {
    case 'title-page':
      return isTitle(block) ? `# ${escapeLine(text)}` : escapeParagraph(text);
    case 'chapter':
    case 'section':
      return `${'#'.repeat(Math.min(6, Math.max(1, depth) + chapterBase))} ${escapeLine(text)}`;
    case 'quote':
      return escapeParagraph(text)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'note':
    case 'boneyard':
      return `<!-- ${text.replaceAll('-->', '→')} -->`;
    case 'break':
    case 'page-break':
      return '* * *';
    default:
      return escapeParagraph(text);
  }
}

function escapeLine(text: string): string {
  return escapeInline(text.replaceAll('\n', ' '));
}

function escapeParagraph(text: string): string {
  const lines = text.split('\n').map((line) =>
    escapeInline(line)
      .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+>=]|\|)/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
  );
  return lines.join('\\\n');
}

/** An inline note is a comment; `\*` and `\_` are written alike on both sides. */
function escapeInline(text: string): string {
  return text
    .split(/(\[\[.*?\]\])/s)
    .map((part) =>
      part.startsWith('[[') && part.endsWith(']]')
        ? `<!--${part.slice(2, -2)}-->`
        : part.replace(/\\[*_]|[\\`<[\]&~]/g, (mark) => (mark.length === 2 ? mark : `\\${mark}`)),
    )
    .join('');
}
