import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Asset } from '../../../../domain/assets/asset.ts';
import { ItemId, ProjectId, TrackId } from '../../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../../domain/kernel/patch.ts';
import { type FrameRate, snapToFrame } from '../../../../domain/kernel/time.ts';
import { plainSound } from '../../../../domain/timeline/plain-sound.ts';
import type { ClipItem, Track } from '../../../../domain/timeline/records.ts';
import { indexTimeline, type TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

/** A timeline that a viewer shows: the project's as the window has it, or one that is made for a single medium. */
export interface ViewedFilm {
  index(): TimelineIndex;
  /** Called after the index is another (null), or has other rows: by what touched them. */
  subscribe(listener: (touched: RecordsPatch | null) => void): () => void;
}

/** Where a person is in a film: the project's view has these fields, the source viewer keeps its own. */
export interface ViewedPlace {
  readonly playheadFlicks: number;
  readonly inFlicks: number | null;
  /** Exclusive: the end of the last frame. */
  readonly outFlicks: number | null;
}

/** The part of a store of such places that a viewer needs; a store with more fields fits too. */
export interface PlaceStore {
  getState(): ViewedPlace;
  setState(part: Partial<ViewedPlace>): void;
  subscribe(listener: (place: ViewedPlace) => void): () => void;
}

export function createViewedPlace(): StoreApi<ViewedPlace> {
  return createStore<ViewedPlace>(() => ({ playheadFlicks: 0, inFlicks: null, outFlicks: null }));
}

/** How long a still is shown in the source viewer. */
const stillSeconds = 5;

/** A film of one medium, so that the source viewer plays it as the timeline would. */
export function filmOfAsset(asset: Pick<Asset, 'id' | 'facts'>, rate: FrameRate): ViewedFilm {
  const projectId = ProjectId.parse('source');
  const trackId = TrackId.parse('source');
  const lengthFlicks = asset.facts?.durationFlicks ?? 0;
  const shown = lengthFlicks > 0 ? lengthFlicks : stillSeconds * 705_600_000;
  const hasPicture = asset.facts?.video !== null;
  const track: Track = {
    id: trackId,
    projectId,
    order: 'a0',
    kind: 'main',
    name: '',
    muted: false,
    hidden: !hasPicture,
    role: null,
    ducks: false,
    assembled: null,
  };
  const clip: ClipItem = {
    id: ItemId.parse('source'),
    projectId,
    trackId,
    order: 'a0',
    durationFlicks: snapToFrame(shown, rate, true),
    anchor: null,
    kind: 'clip',
    assetId: asset.id,
    shotId: null,
    sourceInFlicks: 0,
    sourceLengthFlicks: lengthFlicks,
    fit: 'fit',
    opacity: 1,
    gainDb: 0,
    fadeInFlicks: 0,
    fadeOutFlicks: 0,
    muted: false,
    ...plainSound,
    assembled: null,
  };
  const index = indexTimeline({ tracks: [track], items: [clip], transitions: [] }, rate);
  return { index: () => index, subscribe: () => () => undefined };
}
