import { useCallback, useSyncExternalStore } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { describeFrame } from '../../../../domain/timeline/frame-plan.ts';
import { browsersThatPlay, type PlaybackSupport } from '../../../../playback/supports-playback.ts';
import { mediaAddress, posterAddress } from '../../../client/media-addresses.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { PlaceStore, ViewedFilm } from './viewed-film.ts';

export interface StillInsteadProps {
  readonly support: Extract<PlaybackSupport, { supported: false }>;
  readonly film: ViewedFilm;
  readonly place: PlaceStore;
}

const posterHeightPx = 480;

/** What a browser without a decoder shows: which ones can play, and a still of the clip at the playhead. */
export function StillInstead({ support, film, place }: StillInsteadProps) {
  const words = useWords('viewer').unsupported;
  const formats = useFormats();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [place.subscribe(listener), film.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [film, place],
  );
  const address = useSyncExternalStore(subscribe, () => stillAt(film, place));
  const browsers = formats.list(
    browsersThatPlay.map(({ name, version }) => words.browser(name, formats.number(version))),
  );
  const reason = {
    decoding: words.decoding(browsers),
    'worker-drawing': words.workerDrawing(browsers),
    'secure-page': words.securePage,
  }[support.missing];
  return (
    <div className="absolute inset-0 flex flex-col">
      <div className="border-b border-line bg-panel px-4 py-3">
        <h2 className="text-base font-medium text-text">{words.title}</h2>
        <p className="mt-1 max-w-120 text-sm text-muted">{reason}</p>
      </div>
      <div className="min-h-0 flex-1">
        {address === null ? null : <img src={address} alt="" className="size-full object-contain" />}
      </div>
    </div>
  );
}

function stillAt(film: ViewedFilm, place: PlaceStore): string | null {
  const index = film.index();
  const layers = describeFrame(index, place.getState().playheadFlicks).layers;
  for (const layer of layers.toReversed()) {
    if (layer.kind !== 'picture' || layer.assetId === null) continue;
    const item = index.items.get(layer.itemId);
    const isStill = item?.kind === 'clip' && item.sourceLengthFlicks === 0;
    return addressOf(layer.assetId, isStill);
  }
  return null;
}

function addressOf(assetId: AssetId, isStill: boolean): string {
  return isStill ? mediaAddress(assetId) : posterAddress(assetId, posterHeightPx);
}
