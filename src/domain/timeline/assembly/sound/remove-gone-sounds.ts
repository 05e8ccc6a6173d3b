import type { PatchDraft } from '../../patch-draft.ts';
import type { SoundOf } from '../../records.ts';
import type { TimelineIndex } from '../../timeline-index.ts';
import type { AssemblyInput } from '../assembly-input.ts';

/** Removes clips of lines, music and effects that the story does not have any more. */
export function removeGoneSounds(
  draft: PatchDraft,
  index: TimelineIndex,
  { shots, scenes }: Pick<AssemblyInput, 'shots' | 'scenes'>,
): void {
  if (index.bySound.size === 0) return;
  const shotIds = new Set<string>(shots.map(({ id }) => id));
  const effectsOf = new Map(
    scenes.map(({ id, effects }) => [id, new Set(effects.map((effect) => effect.id))]),
  );
  const isThere = (sound: SoundOf): boolean => {
    switch (sound.what) {
      case 'speech':
        return shotIds.has(sound.shotId);
      case 'music':
        return effectsOf.has(sound.sceneId);
      case 'effect':
        return effectsOf.get(sound.sceneId)?.has(sound.effectId) === true;
    }
  };
  for (const ids of index.bySound.values()) {
    for (const id of ids) {
      const item = index.items.get(id);
      if (item?.kind === 'clip' && item.soundOf !== null && !isThere(item.soundOf))
        draft.remove('item', item);
    }
  }
}
