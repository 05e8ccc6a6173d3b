import { cleanWords } from '../../domain/text/laid-out/words-of-pages.ts';

/** A paragraph of a Word document: its words without any emphasis, and how it is set. */
export interface WordParagraph {
  readonly text: string;
  /** Name of its style as people see it: "Heading 1", "Scene Heading"; empty for the usual one. */
  readonly style: string;
  readonly indentPt: number;
  readonly isCentered: boolean;
  readonly isListed: boolean;
  /** Nothing but a page's end. */
  readonly isPageBreak: boolean;
}

type Node = Readonly<Record<string, unknown>>;

/** Deeper than any document a person wrote; what is nested deeper is left out. */
const deepest = 200;

/** The paragraphs of a document as mammoth reads it, in order; those of tables row by row. */
export function wordParagraphs(document: unknown): WordParagraph[] {
  const found: WordParagraph[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (!isNode(node) || depth > deepest) return;
    if (node['type'] === 'paragraph') found.push(...paragraphOf(node));
    else for (const child of childrenOf(node)) walk(child, depth + 1);
  };
  walk(document, 0);
  return found;
}

/** Page breaks inside a paragraph divide it. */
function paragraphOf(node: Node): WordParagraph[] {
  const indent = isNode(node['indent']) ? node['indent'] : {};
  // Word counts in twentieths of a point.
  const indentPt =
    (numberOf(indent['start']) + numberOf(indent['firstLine']) - numberOf(indent['hanging'])) / 20;
  const facts = {
    style: textOf(node['styleName']) || textOf(node['styleId']),
    indentPt,
    isCentered: node['alignment'] === 'center',
    isListed: node['numbering'] !== null && node['numbering'] !== undefined,
  };
  const pages = wordsOf(node, 0).split('\f');
  return pages.flatMap((page, at) => [
    ...(at > 0 ? [{ ...facts, text: '', isPageBreak: true }] : []),
    { ...facts, text: page.split('\n').map(cleanWords).join('\n').trim(), isPageBreak: false },
  ]);
}

function wordsOf(node: unknown, depth: number): string {
  if (!isNode(node) || depth > deepest) return '';
  switch (node['type']) {
    case 'text':
      return textOf(node['value']).replaceAll('\f', ' ');
    case 'tab':
      return ' ';
    case 'break':
      return node['breakType'] === 'page' ? '\f' : '\n';
    case 'run': {
      const words = childrenOf(node)
        .map((child) => wordsOf(child, depth + 1))
        .join('');
      return node['isAllCaps'] === true ? words.toUpperCase() : node['isStrikethrough'] === true ? '' : words;
    }
    default:
      return childrenOf(node)
        .map((child) => wordsOf(child, depth + 1))
        .join('');
  }
}

function childrenOf(node: Node): readonly unknown[] {
  return Array.isArray(node['children']) ? node['children'] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
