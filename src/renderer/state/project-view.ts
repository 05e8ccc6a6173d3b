import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BlockId, ItemId, SceneId, ShotId } from '../../domain/kernel/ids.ts';

/** What a person has selected and where they are in a project: shared by its four pages, never stored, never synced. */
export interface ProjectView {
  readonly shotIds: ReadonlySet<ShotId>;
  readonly sceneId: SceneId | null;
  readonly blockId: BlockId | null;
  readonly itemIds: ReadonlySet<ItemId>;
  readonly playheadFlicks: number;
  readonly inFlicks: number | null;
  readonly outFlicks: number | null;
  /** What somebody said of a shot, for whoever makes it again. */
  readonly remark: { readonly shotId: ShotId; readonly text: string; readonly commentId: string } | null;
}

export type ProjectViewStore = StoreApi<ProjectView>;

export function createProjectView(): ProjectViewStore {
  return createStore<ProjectView>(() => ({
    shotIds: new Set(),
    sceneId: null,
    blockId: null,
    itemIds: new Set(),
    playheadFlicks: 0,
    inFlicks: null,
    outFlicks: null,
    remark: null,
  }));
}
