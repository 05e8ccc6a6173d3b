import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssetId, ItemId, ShotId, TrackId, TransitionId } from '../../../domain/kernel/ids.ts';
import type { TimeScale } from './geometry/time-scale.ts';
import type { PartWish } from './parts/part-wish.ts';

export const cutTools = ['select', 'razor', 'roll', 'slip', 'slide'] as const;
export type CutTool = (typeof cutTools)[number];

/** What is chosen in the bin, to look at and to bring onto the timeline. */
export type SourceMedium =
  | { readonly of: 'asset'; readonly assetId: AssetId }
  | { readonly of: 'shot'; readonly shotId: ShotId; readonly assetId: AssetId | null };

/** How a person looks at the timeline of one project: kept while it is open; zoom, scroll and heights also afterwards. */
export interface CutView {
  readonly scale: TimeScale;
  /** Until a person zooms or scrolls, all of the film is shown whatever the window's size. */
  readonly fits: boolean;
  readonly scrollTopPx: number;
  /** Of the canvas. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly trackHeights: Readonly<Record<string, number>>;
  readonly tool: CutTool;
  readonly snapping: boolean;
  /** Edges of the film track take along what follows. */
  readonly ripple: boolean;
  /** Where the arrow keys are among the clips. */
  readonly focusedItemId: ItemId | null;
  readonly focusedTrackId: TrackId | null;
  /** A transition is selected by itself, beside no clip. */
  readonly transitionId: TransitionId | null;
  readonly copiedIds: readonly ItemId[];
  /** A stretch of film that is to be made: its dialog is open. */
  readonly part: PartWish | null;
  readonly source: SourceMedium | null;
  readonly sourceShown: boolean;
  /** What is dragged from the bin: a drop does not say before it falls. */
  readonly dragged: SourceMedium | null;
}

export type CutViewStore = StoreApi<CutView>;

export function createCutView(): CutViewStore {
  return createStore<CutView>(() => ({
    scale: { pxPerSecond: 20, leftFlicks: 0 },
    fits: true,
    scrollTopPx: 0,
    widthPx: 0,
    heightPx: 0,
    trackHeights: {},
    tool: 'select',
    snapping: true,
    ripple: true,
    focusedItemId: null,
    focusedTrackId: null,
    transitionId: null,
    copiedIds: [],
    part: null,
    source: null,
    sourceShown: false,
    dragged: null,
  }));
}
