import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: ((options: { type: 'minor' | 'major' }) => void) | null = null;

/**
 * Frees the picture buffers that are no longer used. Reading a canvas makes a copy of several megabytes that V8
 * hardly counts, so that it would let hundreds of them pile up before it collected; a young collection takes a
 * fraction of a millisecond and lets the allocator hand out the same warm pages again.
 */
export function reclaimPictures(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as (options: { type: 'minor' | 'major' }) => void;
  }
  collect({ type: 'minor' });
}
