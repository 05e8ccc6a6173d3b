import { createContext, type RefObject, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BlockId, SceneId } from '../../../../domain/kernel/ids.ts';
import type { Block } from '../../../../domain/text/block.ts';
import type { TextPoint } from '../../../../domain/text/commands/cut-words.ts';
import type { TextForm } from '../model/kind-habits.ts';
import type { TextEdits } from '../model/text-edits.ts';

/** Where the person is on the Write page; kept while another page is shown, never stored. */
export interface WriteView {
  readonly caret: TextPoint | null;
  readonly find: { readonly open: boolean; readonly words: string; readonly at: number };
  readonly panel: 'shots' | 'outline';
  readonly collapsed: ReadonlySet<SceneId>;
  readonly dialog: 'replace' | 'reading' | null;
  readonly editingSceneId: SceneId | null;
}

/** What other parts of the page may ask of the editor. */
export interface EditorHandle {
  /** Brings a block into sight; with `offset` the caret goes there too. */
  reveal(blockId: BlockId, offset?: number): void;
  selectWords(blockId: BlockId, start: number, end: number): void;
  focus(): void;
}

/** Everything the parts of the Write page share. */
export interface WriteDesk {
  readonly edits: TextEdits;
  readonly view: StoreApi<WriteView>;
  readonly editor: RefObject<EditorHandle | null>;
  readonly form: TextForm;
}

export function createWriteView(): StoreApi<WriteView> {
  return createStore<WriteView>(() => ({
    caret: null,
    find: { open: false, words: '', at: 0 },
    panel: 'shots',
    collapsed: new Set(),
    dialog: null,
    editingSceneId: null,
  }));
}

export const WriteDeskContext = createContext<WriteDesk | null>(null);

export function useDesk(): WriteDesk {
  const desk = use(WriteDeskContext);
  if (desk === null) throw new Error('There is no Write page around this component.');
  return desk;
}

export function useWriteView<T>(select: (view: WriteView) => T): T {
  return useStore(useDesk().view, select);
}

/** A part of the script: draws again only when that part is another one. */
export function useScriptPart<T>(select: (blocks: readonly Block[]) => T): T {
  const { edits } = useDesk();
  return useSyncExternalStore(edits.subscribe, () => select(edits.blocks()));
}

/** The script as it is shown, with what was typed and is not saved yet. */
export function useScript(): readonly Block[] {
  const { edits } = useDesk();
  return useSyncExternalStore(edits.subscribe, edits.blocks);
}
