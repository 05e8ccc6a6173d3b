import { useState } from 'react';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { posterOf, posterTake } from './poster-of.ts';
import { SlateFrame } from './slate-frame.tsx';

/** The picture of a shot, or its set-up in pencil while there is none or its file cannot be read. */
export function ShotPicture({ facts, heightPx }: { readonly facts: ShotFacts; readonly heightPx: number }) {
  const take = posterTake(facts);
  const [broken, setBroken] = useState<string | null>(null);
  const source = take === null ? null : posterOf(take, heightPx, window.devicePixelRatio);
  if (source === null || broken === source) return <SlateFrame shot={facts.shot} />;
  return (
    <img
      src={source}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(source)}
      className="absolute inset-0 size-full object-cover"
    />
  );
}
