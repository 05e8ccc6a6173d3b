import type { Block, BlockKind } from '../../../../domain/text/block.ts';
import { isWordless } from '../model/kind-habits.ts';

/** What a screen reader says a block is. */
export type KindNames = Readonly<Record<BlockKind, string>>;

/** The element of a block: one text node, or a line break while it is empty. */
export function createBlockElement(block: Block, kinds: KindNames): HTMLElement {
  const element = document.createElement('div');
  element.className = 'script-block';
  element.dataset['blockId'] = block.id;
  element.setAttribute('role', 'paragraph');
  updateBlockElement(element, null, block, kinds);
  return element;
}

/** Brings an element up to its row, touching only what differs, so that a caret in it stays where it is. */
export function updateBlockElement(
  element: HTMLElement,
  before: Block | null,
  block: Block,
  kinds: KindNames,
): void {
  if (before?.kind !== block.kind) {
    element.dataset['kind'] = block.kind;
    element.setAttribute('aria-roledescription', kinds[block.kind]);
    if (isWordless(block.kind)) element.setAttribute('aria-label', kinds[block.kind]);
    else element.removeAttribute('aria-label');
  }
  setData(element, 'number', block.sceneNumber);
  setData(element, 'key', block.key);
  setData(element, 'depth', block.depth > 0 ? String(Math.min(6, block.depth)) : null);
  setData(element, 'empty', block.text === '' ? '' : null);
  setText(element, block.text);
}

/** The words of a block as the page holds them. */
export function textOf(element: HTMLElement): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) text += child.data;
      else if (child instanceof HTMLBRElement) {
        // The break that keeps an empty line open is no character.
        if (child.nextSibling !== null) text += '\n';
      } else walk(child);
    }
  };
  walk(element);
  return text;
}

/** The one text node of a block; made anew where an input method or an extension left several. */
export function textNodeOf(element: HTMLElement): Text | null {
  return element.firstChild instanceof Text ? element.firstChild : null;
}

export function setText(element: HTMLElement, text: string): void {
  const node = textNodeOf(element);
  const tail = text.endsWith('\n');
  if (text === '') {
    if (element.childNodes.length === 1 && element.firstChild instanceof HTMLBRElement) return;
    element.replaceChildren(document.createElement('br'));
    return;
  }
  if (node === null) {
    element.replaceChildren(document.createTextNode(text), ...(tail ? [document.createElement('br')] : []));
    return;
  }
  if (node.data !== text) replaceChanged(node, text);
  while (node.nextSibling !== null) node.nextSibling.remove();
  // A line break at the end shows only where something follows it.
  if (tail) element.append(document.createElement('br'));
}

/** Replaces the stretch that differs, so that spelling marks and selections elsewhere in the node stay. */
function replaceChanged(node: Text, text: string): void {
  const before = node.data;
  const longest = Math.min(before.length, text.length);
  let head = 0;
  while (head < longest && before.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < longest - head &&
    before.charCodeAt(before.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  )
    tail++;
  node.replaceData(head, before.length - tail - head, text.slice(head, text.length - tail));
}

function setData(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
