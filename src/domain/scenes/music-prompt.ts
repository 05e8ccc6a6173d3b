import type { Scene } from './scene.ts';

const longest = 400;

/**
 * What a scene's music is asked for with: the person's own words, or words composed of its mood, place, light and the film's look.
 * A scene in which people speak asks for room for their words.
 */
export function musicPrompt(
  scene: Pick<Scene, 'musicPrompt' | 'mood' | 'place' | 'setting' | 'timeOfDay' | 'kind'>,
  { style, hasSpeech }: { readonly style: string; readonly hasSpeech: boolean },
): string {
  const own = scene.musicPrompt?.trim() ?? '';
  if (own !== '') return own;
  const place = scene.place === null ? null : scene.place.toLowerCase().replace(/\s*-\s*/g, ', ');
  const where = [settingWords[scene.setting], place].filter((word) => word !== null).join(': ');
  const words = [
    `Instrumental film score${lookWords[style] === undefined ? '' : `, ${lookWords[style]}`}`,
    scene.mood === null ? null : `${scene.mood} mood`,
    scene.kind === 'montage' ? 'steady pulse that carries a montage' : null,
    where === '' ? null : where,
    scene.timeOfDay === 'unknown' ? null : scene.timeOfDay,
    hasSpeech ? 'sparse, with room for dialogue' : null,
    'no vocals',
  ];
  return words
    .filter((word) => word !== null)
    .join(', ')
    .slice(0, longest);
}

const settingWords: Readonly<Record<Scene['setting'], string | null>> = {
  interior: 'indoors',
  exterior: 'outdoors',
  both: null,
  unknown: null,
};

/** What a look sounds like; looks that say nothing of sound are left out. */
const lookWords: Readonly<Record<string, string>> = {
  noir: 'film noir, muted trumpet and double bass',
  storybook: 'gentle chamber orchestra of a picture book',
  blueprint: 'clean synthetic textures',
  watercolour: 'soft piano and strings',
  cinema: 'cinematic orchestra',
};
