import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { SourceKind } from '../../../../domain/project/project.ts';
import type { Block, BlockKind } from '../../../../domain/text/block.ts';
import type { TextPoint } from '../../../../domain/text/commands/cut-words.ts';
import { printText } from '../../../../domain/text/printing/print-text.ts';
import { cycledKind, formOf, kindAfter, plainKind, recognisedKind } from '../model/kind-habits.ts';
import { newBlockId } from '../model/new-block-id.ts';
import type { TextEdits } from '../model/text-edits.ts';
import type { ScriptSelection } from './caret.ts';
import { readPaste } from './read-paste.ts';

/** Where the caret goes after an edit. */
export type Caret = TextPoint | null;

/**
 * What typing does to the script, without the page: each takes the selection, edits, and says where the caret is then.
 * Words go through `edits.type`, which joins them to one edit; everything else is an edit of its own at once.
 */
export interface ScriptInput {
  insertWords(selection: ScriptSelection, words: string): Caret;
  /** Deletes a selection, or what a key takes from a caret; `target` is what the browser would delete. */
  remove(selection: ScriptSelection, target: ScriptSelection | null, direction: 'back' | 'on'): Caret;
  breakBlock(selection: ScriptSelection): Caret;
  paste(selection: ScriptSelection, words: string): Caret;
  /** Sets the kind of every block in the selection. */
  setKind(selection: ScriptSelection, kind: BlockKind): Caret;
  cycleKind(selection: ScriptSelection, step: 1 | -1): Caret;
  /** The selected words as a file of the project's kind holds them. */
  copy(selection: ScriptSelection): string;
}

export function createScriptInput(edits: TextEdits, sourceKind: SourceKind): ScriptInput {
  const form = formOf(sourceKind);
  const find = (id: BlockId): { block: Block; at: number } | null => {
    const at = edits.blocks().findIndex((block) => block.id === id);
    const block = edits.blocks()[at];
    return block === undefined ? null : { block, at };
  };

  /** Takes out what is selected; the caret after it, or null where the text is not what it was. */
  const cut = ({ from, to, collapsed }: Pick<ScriptSelection, 'from' | 'to' | 'collapsed'>): Caret => {
    if (collapsed) return from;
    const first = find(from.blockId);
    if (first === null) return null;
    if (from.blockId === to.blockId) {
      const { text } = first.block;
      edits.type(from.blockId, text.slice(0, from.offset) + text.slice(to.offset));
      return from;
    }
    const last = find(to.blockId);
    const lastLives = from.offset === 0 && last !== null && to.offset < last.block.text.length;
    if (!edits.run({ edit: 'cut', from, to }).ok) return null;
    return lastLives ? { blockId: to.blockId, offset: 0 } : from;
  };

  const insertWords = (selection: ScriptSelection, words: string): Caret => {
    const same = selection.from.blockId === selection.to.blockId;
    const point = same ? selection.from : cut(selection);
    const found = point === null ? null : find(point.blockId);
    if (point === null || found === null) return insertIntoNothing(words);
    const { text } = found.block;
    const end = same ? selection.to.offset : point.offset;
    edits.type(point.blockId, text.slice(0, point.offset) + words + text.slice(end));
    return { blockId: point.blockId, offset: point.offset + words.length };
  };

  const insertIntoNothing = (words: string): Caret => {
    if (edits.blocks().length > 0) return null;
    const id = newBlockId();
    edits.run({ edit: 'insert', afterBlockId: null, added: [{ id, kind: plainKind(form), text: words }] });
    return { blockId: id, offset: words.length };
  };

  const insertBehind = (afterBlockId: BlockId | null, kind: BlockKind): Caret => {
    const id = newBlockId();
    const done = edits.run({ edit: 'insert', afterBlockId, added: [{ id, kind, text: '' }] });
    return done.ok ? { blockId: id, offset: 0 } : null;
  };

  return {
    insertWords,
    remove(selection, target, direction) {
      if (!selection.collapsed) return cut(selection);
      const { from } = selection;
      if (target !== null && target.from.blockId === target.to.blockId && !target.collapsed)
        return cut(target);
      const found = find(from.blockId);
      if (found === null) return null;
      const blocks = edits.blocks();
      const second = direction === 'back' ? found.block : blocks[found.at + 1];
      const first = direction === 'back' ? blocks[found.at - 1] : found.block;
      if (first === undefined || second === undefined) return from;
      const caret =
        first.text === ''
          ? { blockId: second.id, offset: 0 }
          : { blockId: first.id, offset: first.text.length };
      return edits.run({ edit: 'merge', blockId: second.id }).ok ? caret : null;
    },
    breakBlock(selection) {
      const point = cut(selection);
      const found = point === null ? null : find(point.blockId);
      if (point === null || found === null) return insertIntoNothing('');
      const { block, at } = found;
      const plain = plainKind(form);
      if (block.text === '' && block.kind !== plain) {
        // Enter on an empty line of another kind goes back to running text.
        edits.run({ edit: 'setKind', blockId: block.id, kind: plain });
        return point;
      }
      if (point.offset === 0 && block.text !== '') {
        insertBehind(edits.blocks()[at - 1]?.id ?? null, block.kind);
        return point;
      }
      if (point.offset === block.text.length) {
        const meant = recognisedKind(form, block);
        if (meant !== null) edits.run({ edit: 'setKind', blockId: block.id, kind: meant });
        return insertBehind(block.id, kindAfter(form, meant ?? block.kind));
      }
      const id = newBlockId();
      // Two pieces of one speech with nothing between them would be one again in every file.
      const stays =
        form === 'prose' ? block.kind !== 'chapter' : block.kind === 'action' || block.kind === 'note';
      const kind = stays ? block.kind : kindAfter(form, block.kind);
      const done = edits.run({ edit: 'split', blockId: block.id, offset: point.offset, kind, id });
      return done.ok ? { blockId: id, offset: 0 } : null;
    },
    paste(selection, words) {
      const pasted = readPaste(words, sourceKind);
      if (pasted === null) return insertWords(selection, words.replace(/\s+$/, ''));
      const point = cut(selection);
      const found = point === null ? null : find(point.blockId);
      let after: BlockId | null = edits.blocks().at(-1)?.id ?? null;
      let empty: BlockId | null = null;
      if (point !== null && found !== null) {
        const { block, at } = found;
        after = block.id;
        if (block.text === '') empty = block.id;
        else if (point.offset === 0) after = edits.blocks()[at - 1]?.id ?? null;
        else if (point.offset < block.text.length) {
          edits.run({ edit: 'split', blockId: block.id, offset: point.offset, kind: null, id: newBlockId() });
        }
      }
      const added = pasted.map(({ kind, text }) => ({ id: newBlockId(), kind, text }));
      const last = added.at(-1);
      if (last === undefined || !edits.run({ edit: 'insert', afterBlockId: after, added }).ok) return point;
      if (empty !== null) edits.run({ edit: 'delete', blockIds: [empty] });
      return { blockId: last.id, offset: last.text.length };
    },
    setKind({ from, to }, kind) {
      const first = find(from.blockId);
      const last = find(to.blockId);
      if (first === null || last === null) return null;
      for (const { id } of edits.blocks().slice(first.at, last.at + 1)) {
        edits.run({ edit: 'setKind', blockId: id, kind });
      }
      return from;
    },
    cycleKind(selection, step) {
      const found = find(selection.from.blockId);
      if (found === null) return null;
      const kind = cycledKind(form, found.block.kind, step);
      edits.run({ edit: 'setKind', blockId: found.block.id, kind });
      return selection.from;
    },
    copy({ from, to }) {
      const first = find(from.blockId);
      const last = find(to.blockId);
      if (first === null || last === null) return '';
      if (first.at === last.at) return first.block.text.slice(from.offset, to.offset);
      const picked = edits.blocks().slice(first.at, last.at + 1);
      return printText(
        sourceKind,
        picked.map((block, i) => ({
          ...block,
          text: block.text.slice(
            i === 0 ? from.offset : 0,
            i === picked.length - 1 ? to.offset : block.text.length,
          ),
        })),
      ).trimEnd();
    },
  };
}
