import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { WriteDesk } from '../page/write-desk.ts';
import { putCaret, readSelection, type ScriptSelection, selectionOf } from './caret.ts';
import { keepInSight } from './keep-in-sight.ts';
import { listenToComposing } from './listen-to-composing.ts';
import type { Caret, ScriptInput } from './script-input.ts';
import type { ScriptSurface } from './script-surface.ts';
import { isLetterLike } from './typed-keys.ts';

export interface ScriptListening {
  readonly surface: ScriptSurface;
  readonly desk: WriteDesk;
  readonly input: ScriptInput;
  /** Undo and redo are the studio's: what a press asks for; null for any other. */
  readonly historyKey: (event: KeyboardEvent) => 'undo' | 'redo' | null;
  readonly takeBack: (way: 'undo' | 'redo') => void;
}

/**
 * Hands what a person does in the script to {@link ScriptInput} and puts the caret where it says. All input but that of an
 * input method is done by us, so that no browser ever takes the elements apart; while an input method composes the page is
 * the browser's, and its words are read from it. Returns the way to stop.
 */
export function listenToScript({ surface, desk, input, historyKey, takeBack }: ScriptListening): () => void {
  const { root } = surface;
  const { edits, view } = desk;

  const show = (caret: Caret): void => {
    surface.render(edits.blocks());
    const element = caret === null ? null : surface.element(caret.blockId);
    if (caret === null || element === null) return;
    putCaret(element, caret.offset);
    keepInSight(element);
  };
  const act = (event: Event, what: (selection: ScriptSelection) => Caret): void => {
    event.preventDefault();
    const selection = readSelection(root) ?? startOf(edits.blocks()[0]?.id);
    show(what(selection));
  };

  const onBeforeInput = (event: InputEvent) => {
    if (event.isComposing || event.inputType === 'insertCompositionText') return;
    const [range] = event.getTargetRanges();
    const target = range === undefined ? null : selectionOf(root, range);
    switch (event.inputType) {
      case 'insertText':
        return act(event, (selection) => input.insertWords(selection, event.data ?? ''));
      case 'insertReplacementText':
        return act(event, (selection) =>
          input.insertWords(
            target ?? selection,
            event.dataTransfer?.getData('text/plain') ?? event.data ?? '',
          ),
        );
      case 'insertParagraph':
        return act(event, input.breakBlock);
      case 'insertLineBreak':
        return act(event, (selection) => input.insertWords(selection, '\n'));
      case 'insertFromPaste':
      case 'insertFromDrop':
      case 'insertFromYank':
        return act(event, (selection) =>
          input.paste(selection, event.dataTransfer?.getData('text/plain') ?? event.data ?? ''),
        );
      case 'deleteByCut':
      case 'deleteByDrag':
      case 'deleteContentBackward':
      case 'deleteWordBackward':
      case 'deleteSoftLineBackward':
      case 'deleteHardLineBackward':
        return act(event, (selection) => input.remove(selection, target, 'back'));
      case 'deleteContentForward':
      case 'deleteWordForward':
      case 'deleteSoftLineForward':
      case 'deleteHardLineForward':
      case 'deleteContent':
        return act(event, (selection) => input.remove(selection, target, 'on'));
      case 'historyUndo':
      case 'historyRedo':
        event.preventDefault();
        return takeBack(event.inputType === 'historyUndo' ? 'undo' : 'redo');
      default:
        // Bold, lists, transposing: nothing that a script has.
        event.preventDefault();
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const way = historyKey(event);
    if (way !== null) {
      event.preventDefault();
      return takeBack(way);
    }
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      return act(event, (selection) => input.cycleKind(selection, event.shiftKey ? -1 : 1));
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      document.getElementById('write-breakdown')?.focus();
      return;
    }
    if (edits.blocks().length === 0 && isLetterLike(event)) {
      // With nothing to write in, the browser fires no input for some of them.
      act(event, (selection) => input.insertWords(selection, event.key));
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    const selection = readSelection(root);
    if (selection === null || selection.collapsed) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', input.copy(selection));
    if (event.type === 'cut') show(input.remove(selection, null, 'back'));
  };
  const onSelectionChange = (): void => {
    const selection = readSelection(root);
    if (selection === null || document.activeElement !== root) return;
    const before = view.getState().caret;
    const { from } = selection;
    if (before?.blockId === from.blockId && before.offset === from.offset) return;
    view.setState({ caret: from });
  };
  const onBlur = (): void => edits.flush();

  const stopComposing = listenToComposing(surface, edits, (selection) => {
    const caret = input.remove(selection, null, 'back');
    show(caret);
    return caret;
  });
  root.addEventListener('beforeinput', onBeforeInput);
  root.addEventListener('keydown', onKeyDown);
  root.addEventListener('copy', onCopy);
  root.addEventListener('cut', onCopy);
  root.addEventListener('blur', onBlur);
  document.addEventListener('selectionchange', onSelectionChange);
  return () => {
    root.removeEventListener('beforeinput', onBeforeInput);
    stopComposing();
    root.removeEventListener('keydown', onKeyDown);
    root.removeEventListener('copy', onCopy);
    root.removeEventListener('cut', onCopy);
    root.removeEventListener('blur', onBlur);
    document.removeEventListener('selectionchange', onSelectionChange);
  };
}

/** A place in an empty script, where the browser has none. */
function startOf(blockId: BlockId | undefined): ScriptSelection {
  const point = { blockId: blockId ?? ('' as BlockId), offset: 0 };
  return { from: point, to: point, collapsed: true };
}
