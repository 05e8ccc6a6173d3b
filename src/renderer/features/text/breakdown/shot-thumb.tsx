import { useState } from 'react';
import { posterAddress } from '../../../client/media-addresses.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';

/** The small picture of a shot; a dark frame with its number while there is none. */
export function ShotThumb({ facts }: { readonly facts: ShotFacts }) {
  const take = facts.clip?.jobId === null ? facts.clip : (facts.still ?? facts.clip);
  const source = take === null ? null : posterAddress(take.assetId, 120);
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span className="relative flex h-9 w-16 shrink-0 items-center justify-center overflow-hidden rounded-inner border border-line bg-ground">
      {source === null || broken === source ? (
        <span aria-hidden className="font-mono text-xs text-faint">
          {facts.number}
        </span>
      ) : (
        <img
          src={source}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(source)}
          className="size-full object-cover"
        />
      )}
    </span>
  );
}
