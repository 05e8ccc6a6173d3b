import type { AssetId } from '../domain/kernel/ids.ts';
import type { RecordsPatch } from '../domain/kernel/patch.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';
import { fontAddresses } from './font-addresses.ts';
import type { FromScreen, MediaAddresses, SoundSamples, SoundWanted, ToScreen } from './screen/messages.ts';
import { createSentRows } from './sent-rows.ts';

export interface ScreenLinkSettings {
  readonly canvas: HTMLCanvasElement;
  readonly index: TimelineIndex;
  readonly mediaAddress: (assetId: AssetId) => string;
  readonly onMessage: (message: FromScreen) => void;
}

/** The line to the worker that decodes and draws. */
export interface ScreenLink {
  tell(message: Exclude<ToScreen, { kind: 'begin' | 'patch' | 'snapshot' | 'sound' }>): void;
  /** Brings the worker's timeline in step: the rows that `patch` names, or whichever are others now (null). */
  sendRows(index: TimelineIndex, patch: RecordsPatch | null): void;
  readSound(wanted: Omit<SoundWanted, 'id'>): Promise<SoundSamples | null>;
  snapshot(): Promise<ImageBitmap | null>;
  close(): void;
}

export function openScreenLink({ canvas, index, mediaAddress, onMessage }: ScreenLinkSettings): ScreenLink {
  const worker = new Worker(new URL('./screen/playback.worker.ts', import.meta.url), {
    type: 'module',
    name: 'playback',
  });
  const named = new Set<AssetId>();
  const sounds = new Map<number, (samples: SoundSamples | null) => void>();
  const snapshots = new Map<number, (picture: ImageBitmap | null) => void>();
  let lastId = 0;

  const post = (message: ToScreen, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  const addressesOf = (assetIds: Iterable<AssetId>): MediaAddresses => {
    const addresses: [AssetId, string][] = [];
    for (const assetId of assetIds) {
      if (named.has(assetId)) continue;
      named.add(assetId);
      addresses.push([assetId, new URL(mediaAddress(assetId), document.baseURI).href]);
    }
    return addresses;
  };

  worker.onmessage = ({ data }: MessageEvent<FromScreen>) => {
    if (data.kind === 'sound') {
      sounds.get(data.id)?.(data.samples);
      sounds.delete(data.id);
    } else if (data.kind === 'snapshot') {
      snapshots.get(data.id)?.(data.picture);
      snapshots.delete(data.id);
    } else onMessage(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    onMessage({ kind: 'broken', reason: event.message || 'the playback worker did not start' });
  };

  const offscreen = canvas.transferControlToOffscreen();
  const sent = createSentRows();
  const first = sent.changes(index, null);
  const begin: ToScreen = {
    kind: 'begin',
    canvas: offscreen,
    rate: index.rate,
    patch: first,
    addresses: addressesOf(assetsIn(first)),
    fonts: fontAddresses(document.baseURI),
  };
  post(begin, [offscreen]);

  return {
    tell: post,
    sendRows(next, patch) {
      const changed = sent.changes(next, patch);
      if (changed.changes.length === 0) return;
      post({ kind: 'patch', patch: changed, addresses: addressesOf(assetsIn(changed)) });
    },
    readSound: (wanted) =>
      new Promise((resolve) => {
        const id = ++lastId;
        sounds.set(id, resolve);
        post({ kind: 'sound', wanted: { ...wanted, id } });
      }),
    snapshot: () =>
      new Promise((resolve) => {
        const id = ++lastId;
        snapshots.set(id, resolve);
        post({ kind: 'snapshot', id });
      }),
    close() {
      worker.terminate();
      for (const resolve of sounds.values()) resolve(null);
      for (const resolve of snapshots.values()) resolve(null);
    },
  };
}

/** Media that a patch brings onto the timeline. */
function* assetsIn(patch: RecordsPatch): Generator<AssetId> {
  for (const change of patch.changes) {
    if (change.entity !== 'item' || change.kind !== 'add') continue;
    const assetId = change.row['assetId'];
    if (typeof assetId === 'string') yield assetId as AssetId;
  }
}
