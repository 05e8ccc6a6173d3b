import type { SoundOf } from './records.ts';

/** One text for a sound of the story, the same for the same sound. */
export function soundKey(sound: SoundOf): string {
  switch (sound.what) {
    case 'speech':
      return `speech ${sound.shotId}`;
    case 'music':
      return `music ${sound.sceneId}`;
    case 'effect':
      return `effect ${sound.sceneId} ${sound.effectId}`;
  }
}
