import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { Block } from '../../../../domain/text/block.ts';
import { chunkUnits, heightOfChunk, type ScriptChunk } from '../model/script-chunks.ts';
import { type ScriptUnit, scriptUnits } from '../model/script-units.ts';
import { createBlockElement, type KindNames, textNodeOf, updateBlockElement } from './block-element.ts';
import { keepSelection } from './caret.ts';

/**
 * The blocks on the page as plain elements in one editable root. Written by hand rather than by React: the caret, an
 * input method and the spelling marks of the browser live in these nodes, so only what differs is ever touched.
 */
export interface ScriptSurface {
  readonly root: HTMLElement;
  render(blocks: readonly Block[]): void;
  /** Leaves one block alone while an input method writes in it. */
  hold(blockId: BlockId | null): void;
  element(blockId: string): HTMLElement | null;
  /** A range over some of a block's words, clamped to what is there; null for none. */
  range(blockId: string, start: number, end: number): StaticRange | null;
  /** The thread of every block, for those on the page and those to come. */
  setThreads(pictureOf: (blockId: string) => string): void;
  setMark(name: Mark, blockIds: ReadonlySet<string>): void;
}

/** `current` has the caret; `opens` is the first block behind the title page. */
type Mark = 'current' | 'opens';

interface Drawing {
  readonly element: HTMLElement;
  block: Block;
  thread: string;
}

function setThread(drawing: Drawing, picture: string): void {
  if (drawing.thread === picture) return;
  drawing.thread = picture;
  drawing.element.style.setProperty('--thread', picture === '' ? 'none' : picture);
}

export function createScriptSurface(root: HTMLElement, kinds: KindNames): ScriptSurface {
  const elements = new Map<string, Drawing>();
  const duals = new Map<string, HTMLElement>();
  const chunks = new Map<string, { readonly element: HTMLElement; drawn: readonly Block[] }>();
  const marks = new Map<string, ReadonlySet<string>>();
  let held: BlockId | null = null;
  let drawn: readonly Block[] = [];
  let pictureOf: (blockId: string) => string = () => '';

  const elementOf = (block: Block): HTMLElement => {
    const known = elements.get(block.id);
    if (known === undefined) {
      const element = createBlockElement(block, kinds);
      const drawing = { element, block, thread: '' };
      elements.set(block.id, drawing);
      setThread(drawing, pictureOf(block.id));
      return element;
    }
    if (known.block !== block && block.id !== held) {
      updateBlockElement(known.element, known.block, block, kinds);
      known.block = block;
    }
    return known.element;
  };
  const nodeOf = (unit: ScriptUnit): HTMLElement => {
    if (unit.is === 'block') return elementOf(unit.block);
    const key = unit.left[0]?.id ?? '';
    let group = duals.get(key);
    if (group === undefined) {
      group = document.createElement('div');
      group.className = 'script-dual';
      group.append(document.createElement('div'), document.createElement('div'));
      duals.set(key, group);
    }
    const [left, right] = group.children;
    if (left instanceof HTMLElement) place(left, unit.left.map(elementOf));
    if (right instanceof HTMLElement) place(right, unit.right.map(elementOf));
    return group;
  };

  const chunkOf = (chunk: ScriptChunk): HTMLElement => {
    let drawing = chunks.get(chunk.key);
    if (drawing === undefined) {
      drawing = { element: document.createElement('div'), drawn: [] };
      drawing.element.className = 'script-chunk';
      chunks.set(chunk.key, drawing);
    }
    const { element, drawn } = drawing;
    const blocks = chunk.units.flatMap((unit) =>
      unit.is === 'block' ? [unit.block] : [...unit.left, ...unit.right],
    );
    const same = blocks.length === drawn.length && blocks.every((block, i) => block === drawn[i]);
    if (same && element.isConnected) return element;
    drawing.drawn = blocks;
    place(element, chunk.units.map(nodeOf));
    const { lines, gaps } = heightOfChunk(chunk);
    element.style.setProperty('--lines', String(lines));
    element.style.setProperty('--gaps', String(gaps));
    return element;
  };

  const setMark = (name: Mark, blockIds: ReadonlySet<string>): void => {
    for (const id of marks.get(name) ?? [])
      if (!blockIds.has(id)) elements.get(id)?.element.removeAttribute(`data-${name}`);
    for (const id of blockIds) elements.get(id)?.element.setAttribute(`data-${name}`, '');
    marks.set(name, blockIds);
  };

  return {
    root,
    render(blocks) {
      if (blocks === drawn) return;
      drawn = blocks;
      const wanted = chunkUnits(scriptUnits(blocks));
      keepSelection(() => place(root, wanted.map(chunkOf)));
      const keys = new Set(wanted.map(({ key }) => key));
      for (const key of chunks.keys()) if (!keys.has(key)) chunks.delete(key);
      const present = new Set<string>(blocks.map(({ id }) => id));
      for (const id of elements.keys()) if (!present.has(id)) elements.delete(id);
      for (const [id, group] of duals) if (!group.isConnected) duals.delete(id);
      const opens =
        blocks[0]?.kind === 'title-page' ? blocks.find(({ kind }) => kind !== 'title-page') : undefined;
      setMark('opens', new Set(opens === undefined ? [] : [opens.id]));
    },
    hold(blockId) {
      held = blockId;
    },
    element: (blockId) => elements.get(blockId)?.element ?? null,
    range(blockId, start, end) {
      const element = elements.get(blockId)?.element;
      const node = element === undefined ? null : textNodeOf(element);
      if (node === null) return null;
      const to = Math.min(end, node.length);
      return start < to
        ? new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: to })
        : null;
    },
    setThreads(next) {
      pictureOf = next;
      for (const [id, drawing] of elements) setThread(drawing, next(id));
    },
    setMark,
  };
}

/** Makes `nodes` the children of `parent`, moving as few as it can: what stands right already is not touched. */
function place(parent: HTMLElement, nodes: readonly HTMLElement[]): void {
  const wanted = new Set<Node>(nodes);
  for (let child = parent.firstChild; child !== null; ) {
    const next: ChildNode | null = child.nextSibling;
    if (!wanted.has(child)) child.remove();
    child = next;
  }
  let at: ChildNode | null = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}
