import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreviewQuality } from './fit-picture.ts';

/** How a person watches; the same in both viewers of a window. */
export interface ViewerSettings {
  /** 0 … 1. */
  readonly volume: number;
  readonly muted: boolean;
  readonly quality: PreviewQuality;
  readonly guides: boolean;
  readonly captions: boolean;
  readonly loop: boolean;
}

export type ViewerSettingsStore = StoreApi<ViewerSettings>;

export function createViewerSettings(saved: unknown = null): ViewerSettingsStore {
  const known = typeof saved === 'object' && saved !== null ? (saved as Partial<ViewerSettings>) : {};
  return createStore<ViewerSettings>(() => ({
    volume: typeof known.volume === 'number' ? Math.min(1, Math.max(0, known.volume)) : 1,
    muted: known.muted === true,
    quality: known.quality === 'half' || known.quality === 'quarter' ? known.quality : 'full',
    guides: known.guides === true,
    captions: known.captions !== false,
    loop: false,
  }));
}
