import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the dialog for cast, places and look, in English. */
export const casting = {
  title: 'Cast, places and look',
  explained:
    'What has to look the same from shot to shot. Takes of paid models that it changes become outdated; drawings do not.',
  cast: (n: number) => `Cast ${n}`,
  places: (n: number) => `Places ${n}`,
  look: 'Look',
  done: 'Done',
  noCast: 'The story names nobody yet.',
  noPlaces: 'No scene names a place yet.',
  voiceOnly: 'Only heard',
  inShots: (n: number) => count(n, { one: 'in # shot', other: 'in # shots' }),
  description: 'Looks like',
  memberHint: 'Age, build, hair, clothes: said in every prompt of a shot with them.',
  placeHint: 'Walls, light, things: said in every prompt of a shot that plays here.',
  references: 'Pictures',
  referencesHint: 'For models that look at pictures; the best one first.',
  referenceOf: (name: string, n: number) => `${name}, picture ${n}`,
  removeReference: (n: number) => `Remove picture ${n}`,
  addReference: 'Add pictures…',
  palette: 'Palette',
  paletteHint: 'Colours, film stock, painter: the end of every prompt.',
  lens: 'Lens and camera',
  lensHint: 'Beside the lens of each shot: "anamorphic, slight halation".',
  negative: 'Never shown',
  negativeHint: 'For models that take it: "text, watermark, extra fingers".',
  seeds: 'Seeds',
  seedPerShot: 'One for each shot',
  seedOne: 'One for the film',
  seed: 'Seed',
  stillsFirst: 'Stills before video',
  stillsFirstHint: 'Pictures are looked at and approved before clips are paid for.',
};
