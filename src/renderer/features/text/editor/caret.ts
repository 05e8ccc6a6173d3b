import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { TextPoint } from '../../../../domain/text/commands/cut-words.ts';
import { textNodeOf } from './block-element.ts';

/** A selection in the script; `from` is before `to`, both are the same for a caret. */
export interface ScriptSelection {
  readonly from: TextPoint;
  readonly to: TextPoint;
  readonly collapsed: boolean;
}

/** The selection of the window, where it is in the script. */
export function readSelection(root: HTMLElement): ScriptSelection | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return selectionOf(root, selection.getRangeAt(0));
}

export function selectionOf(root: HTMLElement, range: AbstractRange): ScriptSelection | null {
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const from = pointAt(root, range.startContainer, range.startOffset, 'start');
  const to = pointAt(root, range.endContainer, range.endOffset, 'end');
  if (from === null || to === null) return null;
  return { from, to, collapsed: range.collapsed };
}

/** The place in the text that a place in the page stands for. */
function pointAt(root: HTMLElement, node: Node, offset: number, side: 'start' | 'end'): TextPoint | null {
  const holder = node instanceof HTMLElement ? node : node.parentElement;
  const block = holder?.closest<HTMLElement>('[data-block-id]') ?? null;
  if (block === null) return betweenBlocks(root, node, offset, side);
  const blockId = block.dataset['blockId'] as BlockId;
  if (node instanceof Text) return { blockId, offset: offset + lengthBefore(block, node) };
  let length = 0;
  for (const child of [...block.childNodes].slice(0, offset)) length += child.textContent?.length ?? 0;
  return { blockId, offset: length };
}

function lengthBefore(block: HTMLElement, node: Text): number {
  let length = 0;
  for (const child of block.childNodes) {
    if (child === node) break;
    length += child.textContent?.length ?? 0;
  }
  return length;
}

/** "Select all" begins and ends between blocks: at the start of the next one, or the end of the one before. */
function betweenBlocks(
  root: HTMLElement,
  node: Node,
  offset: number,
  side: 'start' | 'end',
): TextPoint | null {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-block-id]')];
  const child = node.childNodes[offset] ?? null;
  const next = blocks.findIndex((block) => child !== null && (child.contains(block) || child === block));
  const at = next === -1 ? blocks.length : next;
  const block = side === 'start' ? (blocks[at] ?? blocks.at(-1)) : (blocks[at - 1] ?? blocks[0]);
  if (block === undefined) return null;
  const blockId = block.dataset['blockId'] as BlockId;
  return { blockId, offset: side === 'end' && at > 0 ? (textNodeOf(block)?.length ?? 0) : 0 };
}

/** Puts the caret before the character at `offset` of a block. */
export function putCaret(element: HTMLElement, offset: number): void {
  const selection = document.getSelection();
  if (selection === null) return;
  const node = textNodeOf(element);
  if (node === null) selection.collapse(element, 0);
  else selection.collapse(node, Math.min(offset, node.length));
}

/** Selects words of the script, as a step of the search does. */
export function selectWords(element: HTMLElement, start: number, end: number): void {
  const node = textNodeOf(element);
  if (node === null) return;
  const to = Math.min(end, node.length);
  document.getSelection()?.setBaseAndExtent(node, Math.min(start, to), node, to);
}

/** Does something that may move elements; a selection in them goes along. */
export function keepSelection(move: () => void): void {
  const selection = document.getSelection();
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  move();
  if (selection === null || anchorNode === null || focusNode === null) return;
  const stayed = selection.anchorNode === anchorNode && selection.focusNode === focusNode;
  if (stayed || !anchorNode.isConnected || !focusNode.isConnected) return;
  selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
