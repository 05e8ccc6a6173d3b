import type { Project } from './project.ts';

/** How a film is directed before anybody said: no words of its own, the usual models, pictures before video. */
export const undirectedProject = {
  palette: null,
  lensWords: null,
  negativePrompt: null,
  seedPolicy: 'per-shot',
  projectSeed: null,
  modelChoices: {},
  narratorVoice: null,
  stillsFirst: true,
} as const satisfies Partial<Project>;
