import type { Scene } from './scene.ts';

/** The sound of a scene before anybody asked for any. */
export const silentScene = { musicPrompt: null, chosenMusicId: null, effects: [] } satisfies Partial<Scene>;
