import type { PatchDraft } from '../../patch-draft.ts';
import type { SoundOf } from '../../records.ts';
import { soundKey } from '../../sound-key.ts';
import type { TimelineIndex } from '../../timeline-index.ts';
import type { noSound, SoundMedium } from './sound-medium.ts';

/** Every clip that is linked to a sound of the story has its chosen take, also those that people made by splitting. */
export function followSound(
  draft: PatchDraft,
  index: TimelineIndex,
  sound: SoundOf,
  medium: SoundMedium | typeof noSound,
): void {
  if (index.bySound.size === 0) return;
  for (const id of index.bySound.get(soundKey(sound)) ?? []) {
    const item = index.items.get(id);
    if (item?.kind === 'clip') draft.update('item', item, medium);
  }
}
