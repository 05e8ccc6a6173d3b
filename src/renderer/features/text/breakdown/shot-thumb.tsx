import { posterOf, posterTake } from '../../../state/poster-of.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Picture } from '../../../ui/picture.tsx';

const heightPx = 36;

/** The small picture of a shot; a dark frame with its number while there is none. */
export function ShotThumb({ facts }: { readonly facts: ShotFacts }) {
  const take = posterTake(facts);
  return (
    <span className="relative flex h-9 w-16 shrink-0 items-center justify-center overflow-hidden rounded-inner border border-line bg-ground">
      <Picture source={take === null ? null : posterOf(take, heightPx, window.devicePixelRatio)}>
        <span aria-hidden className="font-mono text-xs text-faint">
          {facts.number}
        </span>
      </Picture>
    </span>
  );
}
