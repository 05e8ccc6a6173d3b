/** Words of voices, music and effects, in English. */
export const sound = {
  activities: {
    speech: {
      going: (project: string) => `Speaking · ${project}`,
      done: (project: string) => `Spoken · ${project}`,
      broken: (project: string) => `Voices · ${project}`,
    },
    'voice-sample': {
      going: (project: string) => `Speaking a sample · ${project}`,
      done: (project: string) => `Sample spoken · ${project}`,
      broken: (project: string) => `Voice sample · ${project}`,
    },
    music: {
      going: (project: string) => `Composing music · ${project}`,
      done: (project: string) => `Music made · ${project}`,
      broken: (project: string) => `Music · ${project}`,
    },
    effects: {
      going: (project: string) => `Making effects · ${project}`,
      done: (project: string) => `Effects made · ${project}`,
      broken: (project: string) => `Effects · ${project}`,
    },
  },
};
