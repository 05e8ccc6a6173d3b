import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { TextEdits } from '../model/text-edits.ts';
import { textOf } from './block-element.ts';
import { putCaret, readSelection, type ScriptSelection } from './caret.ts';
import type { Caret } from './script-input.ts';
import type { ScriptSurface } from './script-surface.ts';

/**
 * While an input method composes, the page is the browser's: its block is held as it is, and its words are read from it.
 * `takeAway` removes a selection across blocks, which no input method may do. Returns the way to stop.
 */
export function listenToComposing(
  surface: ScriptSurface,
  edits: TextEdits,
  takeAway: (selection: ScriptSelection) => Caret,
): () => void {
  const { root } = surface;
  let composing: BlockId | null = null;

  const onCompositionStart = (): void => {
    const selection = readSelection(root);
    if (selection === null) return;
    const across = selection.from.blockId !== selection.to.blockId;
    const caret = across ? takeAway(selection) : selection.from;
    composing = caret?.blockId ?? null;
    surface.hold(composing);
  };
  const readComposed = (): void => {
    const element = composing === null ? null : surface.element(composing);
    if (composing !== null && element !== null) edits.type(composing, textOf(element));
  };
  const onCompositionEnd = (): void => {
    const caret = readSelection(root)?.from ?? null;
    readComposed();
    const block = composing;
    composing = null;
    surface.hold(null);
    const element = block === null ? null : surface.element(block);
    if (block === null || element === null) return;
    // What the input method left in the page becomes one node again.
    const row = edits.blocks().find(({ id }) => id === block);
    if (row !== undefined) surface.render([...edits.blocks()]);
    if (caret !== null) putCaret(element, caret.offset);
  };

  root.addEventListener('input', readComposed);
  root.addEventListener('compositionstart', onCompositionStart);
  root.addEventListener('compositionend', onCompositionEnd);
  return () => {
    root.removeEventListener('input', readComposed);
    root.removeEventListener('compositionstart', onCompositionStart);
    root.removeEventListener('compositionend', onCompositionEnd);
  };
}
