import './script.css';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { SourceKind } from '../../../../domain/project/project.ts';
import { isChord } from '../../../actions/chords.ts';
import { useCommandRegistry } from '../../../actions/use-commands.ts';
import { useShortcuts } from '../../../actions/use-shortcuts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useDesk, useScript } from '../page/write-desk.ts';
import { putCaret, readSelection, selectWords } from './caret.ts';
import { listenToScript } from './listen-to-script.ts';
import { createScriptInput } from './script-input.ts';
import { createScriptSurface, type ScriptSurface } from './script-surface.ts';
import { usePainting } from './use-painting.ts';

/**
 * The script as one continuous editor: a single editable element, so that caret, selection, copying and input methods work
 * across paragraphs as the browser does them. Every change of its structure is taken from `beforeinput` and done to the
 * rows ({@link createScriptInput}); the page then follows the rows ({@link createScriptSurface}). Stretches out of sight are
 * not laid out (`content-visibility`), which keeps a script of thousands of them as quick as a short one.
 */
export function ScriptEditor({ sourceKind }: { readonly sourceKind: SourceKind }) {
  const desk = useDesk();
  const { host } = useStudio();
  const registry = useCommandRegistry();
  const shortcuts = useShortcuts();
  const words = useWords('text');
  const blocks = useScript();
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<ScriptSurface | null>(null);

  useLayoutEffect(() => {
    if (root.current === null) return;
    surface.current ??= createScriptSurface(root.current, words.kinds);
    surface.current.render(blocks);
  }, [blocks, words]);

  useEffect(() => {
    const held = surface.current;
    if (held === null) return;
    const isMac = host.platform === 'darwin';
    return listenToScript({
      surface: held,
      desk,
      input: createScriptInput(desk.edits, sourceKind),
      historyKey: (event) =>
        (['undo', 'redo'] as const).find((way) =>
          (shortcuts.get(`edit.${way}`) ?? []).some((keys) => isChord(keys, event, isMac)),
        ) ?? null,
      // What was typed a moment ago is an edit like any other once it is in the studio.
      takeBack: (way) => void desk.edits.settle().then(() => registry.run(`edit.${way}`)),
    });
  }, [desk, sourceKind, host, registry, shortcuts]);

  useImperativeHandle(
    desk.editor,
    () => ({
      reveal(blockId, offset) {
        const element = surface.current?.element(blockId);
        if (element === null || element === undefined) return;
        if (offset !== undefined) {
          root.current?.focus({ preventScroll: true });
          putCaret(element, offset);
        }
        bringIntoSight(element);
      },
      selectWords(blockId, start, end) {
        const element = surface.current?.element(blockId);
        if (element === null || element === undefined) return;
        selectWords(element, start, end);
        bringIntoSight(element);
      },
      focus() {
        root.current?.focus();
        const element = root.current?.querySelector<HTMLElement>('[data-block-id]');
        if (root.current !== null && element && readSelection(root.current) === null) putCaret(element, 0);
      },
    }),
    [],
  );
  usePainting(surface);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area has one kind of paragraph and no caret across them.
    <div
      ref={root}
      className="script-root"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label={words.script}
      aria-describedby="script-help"
      spellCheck
      tabIndex={0}
    />
  );
}

/** Twice: what lies between is given its real height only once it has been near the screen. */
function bringIntoSight(element: HTMLElement): void {
  const scroll = (): void => {
    const sheet = element.closest('.script-scroller');
    const box = element.getBoundingClientRect();
    const frame = sheet?.getBoundingClientRect();
    const inSight = frame !== undefined && box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24;
    if (!inSight) element.scrollIntoView({ block: 'center' });
  };
  scroll();
  requestAnimationFrame(scroll);
}
