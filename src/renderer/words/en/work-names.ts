type Naming = (project: string) => string;

const named = (
  going: string,
  done: string,
  broken: string,
): Readonly<Record<'going' | 'done' | 'broken', Naming>> => ({
  going: (project) => `${going} · ${project}`,
  done: (project) => `${done} · ${project}`,
  broken: (project) => `${broken} · ${project}`,
});

/** What commissions are called in the list of work: while they run, when they are done, when they were broken off. */
export const workNames = {
  speech: named('Speaking', 'Spoken', 'Voices'),
  'voice-sample': named('Speaking a sample', 'Sample spoken', 'Voice sample'),
  transcribe: named('Listening for captions', 'Captions made', 'Captions'),
  music: named('Composing music', 'Music made', 'Music'),
  effects: named('Making effects', 'Effects made', 'Effects'),
  upscale: named('Enlarging', 'Enlarged', 'Enlarging'),
  reword: named('Generating in other words', 'Made in other words', 'Other words'),
  extend: named('Carrying a clip on', 'Clip carried on', 'Carrying on'),
  retake: named('Retaking a part', 'Part retaken', 'Part of a clip'),
  'fill-gap': named('Filling a gap', 'Gap filled', 'Gap'),
  fetch: named('Fetching files', 'Files fetched', 'Fetching'),
};
