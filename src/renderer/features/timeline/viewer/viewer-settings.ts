import { createStore, type StoreApi } from 'zustand/vanilla';
import { type PreviewQuality, previewQualities } from './fit-picture.ts';

/** How a person watches; the same in both viewers, and the next time. */
export interface ViewerSettings {
  /** 0 … 1. */
  readonly volume: number;
  readonly muted: boolean;
  readonly quality: PreviewQuality;
  readonly guides: boolean;
  readonly captions: boolean;
  readonly loop: boolean;
  /** Going to a frame by hand lets a moment of its sound be heard. */
  readonly scrubSound: boolean;
}

export type ViewerSettingsStore = StoreApi<ViewerSettings>;

/** The name under which they are kept for this person on this device. */
export const viewerPreferenceName = 'viewer';

/** What was kept, as far as it can be read. */
export function readViewerSettings(saved: unknown): ViewerSettings {
  const known = typeof saved === 'object' && saved !== null ? (saved as Partial<ViewerSettings>) : {};
  const { volume, quality } = known;
  return {
    volume: typeof volume === 'number' ? Math.min(1, Math.max(0, volume)) : 1,
    muted: known.muted === true,
    quality: quality !== undefined && previewQualities.includes(quality) ? quality : 'full',
    guides: known.guides === true,
    captions: known.captions !== false,
    loop: known.loop === true,
    scrubSound: known.scrubSound !== false,
  };
}

export function createViewerSettings(saved: unknown = null): ViewerSettingsStore {
  return createStore<ViewerSettings>(() => readViewerSettings(saved));
}
