import type { Catalogue } from '../catalogue.ts';

/** Words of voices, music and effects, in German. */
export const sound: Catalogue['sound'] = {
  activities: {
    speech: {
      going: (project: string) => `Stimmen werden gesprochen · ${project}`,
      done: (project: string) => `Gesprochen · ${project}`,
      broken: (project: string) => `Stimmen · ${project}`,
    },
    'voice-sample': {
      going: (project: string) => `Hörprobe wird gesprochen · ${project}`,
      done: (project: string) => `Hörprobe gesprochen · ${project}`,
      broken: (project: string) => `Hörprobe · ${project}`,
    },
    music: {
      going: (project: string) => `Musik wird komponiert · ${project}`,
      done: (project: string) => `Musik gemacht · ${project}`,
      broken: (project: string) => `Musik · ${project}`,
    },
    effects: {
      going: (project: string) => `Geräusche werden gemacht · ${project}`,
      done: (project: string) => `Geräusche gemacht · ${project}`,
      broken: (project: string) => `Geräusche · ${project}`,
    },
  },
};
