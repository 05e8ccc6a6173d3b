import type { Catalogue } from '../catalogue.ts';

type Names = Catalogue['sound']['activities']['speech'];

const named = (going: string, done: string, broken: string): Names => ({
  going: (project) => `${going} · ${project}`,
  done: (project) => `${done} · ${project}`,
  broken: (project) => `${broken} · ${project}`,
});

/** What commissions are called in the list of work, in German. */
export const soundActivities: Catalogue['sound']['activities'] = {
  speech: named('Stimmen werden gesprochen', 'Gesprochen', 'Stimmen'),
  'voice-sample': named('Hörprobe wird gesprochen', 'Hörprobe gesprochen', 'Hörprobe'),
  transcribe: named('Untertitel werden gehört', 'Untertitel gemacht', 'Untertitel'),
  music: named('Musik wird komponiert', 'Musik gemacht', 'Musik'),
  effects: named('Geräusche werden gemacht', 'Geräusche gemacht', 'Geräusche'),
};
