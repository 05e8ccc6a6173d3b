import type { Catalogue } from '../catalogue.ts';

type Names = Catalogue['workNames']['speech'];

const named = (going: string, done: string, broken: string): Names => ({
  going: (project) => `${going} · ${project}`,
  done: (project) => `${done} · ${project}`,
  broken: (project) => `${broken} · ${project}`,
});

/** What commissions are called in the list of work, in German. */
export const workNames: Catalogue['workNames'] = {
  speech: named('Stimmen werden gesprochen', 'Gesprochen', 'Stimmen'),
  'voice-sample': named('Hörprobe wird gesprochen', 'Hörprobe gesprochen', 'Hörprobe'),
  transcribe: named('Untertitel werden gehört', 'Untertitel gemacht', 'Untertitel'),
  music: named('Musik wird komponiert', 'Musik gemacht', 'Musik'),
  effects: named('Geräusche werden gemacht', 'Geräusche gemacht', 'Geräusche'),
  upscale: named('Wird vergrößert', 'Vergrößert', 'Vergrößern'),
  reword: named('Wird mit anderen Worten erzeugt', 'Mit anderen Worten erzeugt', 'Andere Worte'),
  extend: named('Clip wird fortgesetzt', 'Clip fortgesetzt', 'Fortsetzen'),
  retake: named('Stück wird neu aufgenommen', 'Stück neu aufgenommen', 'Stück eines Clips'),
  'fill-gap': named('Lücke wird gefüllt', 'Lücke gefüllt', 'Lücke'),
  fetch: named('Dateien werden geholt', 'Dateien geholt', 'Holen'),
};
