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
export const soundActivities = {
  speech: named('Speaking', 'Spoken', 'Voices'),
  'voice-sample': named('Speaking a sample', 'Sample spoken', 'Voice sample'),
  transcribe: named('Listening for captions', 'Captions made', 'Captions'),
  music: named('Composing music', 'Music made', 'Music'),
  effects: named('Making effects', 'Effects made', 'Effects'),
};
