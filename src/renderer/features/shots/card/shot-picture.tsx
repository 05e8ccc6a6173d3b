import { posterOf, posterTake } from '../../../state/poster-of.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Picture } from '../../../ui/picture.tsx';
import { SlateFrame } from './slate-frame.tsx';

/** The picture of a shot, or its set-up in pencil while there is none or its file cannot be read. */
export function ShotPicture({ facts, heightPx }: { readonly facts: ShotFacts; readonly heightPx: number }) {
  const take = posterTake(facts);
  return (
    <Picture source={take === null ? null : posterOf(take, heightPx, window.devicePixelRatio)}>
      <SlateFrame shot={facts.shot} />
    </Picture>
  );
}
