import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SceneId, ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { densityRange } from '../layout/board-metrics.ts';
import type { SoundSheet } from '../sounding/use-sound-plan.ts';
import type { TakeOrder } from '../takes/ratings.ts';
import type { ShotFilter } from './filter-shots.ts';

/** A question that stands before the board. */
export type BoardDialog =
  | { readonly is: 'compare'; readonly shotId: ShotId; readonly takeId: TakeId }
  /** What a take was asked with, what it cost and what it was made from. */
  | { readonly is: 'take'; readonly shotId: ShotId; readonly takeId: TakeId }
  | { readonly is: 'enlarge'; readonly shotId: ShotId; readonly takeId: TakeId }
  | {
      readonly is: 'reword';
      readonly shotId: ShotId;
      readonly takeId: TakeId;
      /** What somebody said of it, to be put to the words. */
      readonly remark?: { readonly text: string; readonly commentId: string };
    }
  | { readonly is: 'budget'; readonly costUsdMicros: number; readonly onSet: () => void }
  /** A command that would cost money: the price is said first. */
  | { readonly is: 'price'; readonly shotIds: readonly ShotId[] | null; readonly again: boolean }
  | { readonly is: 'split'; readonly shotId: ShotId }
  | { readonly is: 'casting' }
  /** What is heard: lines, music, effects; of one scene, or of the film. */
  | { readonly is: 'sound'; readonly opened: SoundSheet; readonly sceneId: SceneId | null }
  | { readonly is: 'review' };

/** Where a person is on the Board and how they look at it. Never stored; what is selected is in the project's view. */
export interface BoardState {
  readonly densityPx: number;
  readonly filter: ShotFilter;
  readonly collapsed: ReadonlySet<SceneId>;
  /** The frame that Tab leads to. */
  readonly focusId: ShotId | null;
  /** Where a range of selected frames begins. */
  readonly anchorId: ShotId | null;
  /** The one clip that plays. */
  readonly playing: { readonly shotId: ShotId; readonly sound: boolean } | null;
  /** The one sound take that plays. */
  readonly heardId: TakeId | null;
  /** The frame whose description is being written. */
  readonly editingId: ShotId | null;
  /** The take of the inspector that has the focus. */
  readonly takeId: TakeId | null;
  readonly takeOrder: TakeOrder;
  readonly inspector: boolean;
  /** Whether the inspector stands over the frames, in a window without room beside them. */
  readonly inspectorOver: boolean;
  readonly dialog: BoardDialog | null;
  /** The latest words for a screen reader. */
  readonly said: string;
}

export type BoardStore = StoreApi<BoardState>;

export function createBoardStore(): BoardStore {
  return createStore<BoardState>(() => ({
    densityPx: densityRange.usualPx,
    filter: 'all',
    collapsed: new Set(),
    focusId: null,
    anchorId: null,
    playing: null,
    heardId: null,
    editingId: null,
    takeId: null,
    takeOrder: 'newest',
    inspector: true,
    inspectorOver: false,
    dialog: null,
    said: '',
  }));
}

export const BoardContext = createContext<BoardStore | null>(null);

export function useBoardStore(): BoardStore {
  const store = use(BoardContext);
  if (store === null) throw new Error('There is no board around this component.');
  return store;
}

export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useBoardStore(), select);
}
