import type { Setting } from '../../../domain/scenes/scene.ts';
import { findMeanings, type Lexicon } from './match-words.ts';

export const exteriorPlaces = [
  'coast',
  'sea',
  'harbour',
  'river',
  'street',
  'village',
  'road',
  'field',
  'forest',
  'mountain',
  'desert',
  'garden',
  'rooftop',
  'space',
  'open-ground',
] as const;
export const interiorPlaces = [
  'lamp-room',
  'stairwell',
  'radio-room',
  'kitchen',
  'living-room',
  'bedroom',
  'church',
  'office',
  'corridor',
  'vehicle',
  'cabin',
  'tavern',
  'cellar',
  'hall',
  'room',
] as const;
export type ExteriorPlace = (typeof exteriorPlaces)[number];
export type InteriorPlace = (typeof interiorPlaces)[number];
export type PlaceKind = ExteriorPlace | InteriorPlace;

const exteriorWords: Lexicon<ExteriorPlace> = [
  [
    'harbour',
    'harbour|harbor|port|dock|quay|pier|wharf|marina|landing stage|jetty|slip|slipway|breakwater|mooring',
  ],
  ['coast', 'coast|cliff|shore|beach|rock|headland|lighthouse|island|bay|cove|north head|promontory|dune'],
  ['sea', 'sea|ocean|at sea|open water|waves|buoy'],
  ['river', 'river|canal|stream|lake|pond|ferry|bridge|riverbank|valley|flood'],
  [
    'street',
    'street|alley|avenue|city|downtown|sidewalk|pavement|square|plaza|market|town|boulevard|station',
  ],
  ['village', 'village|hamlet|church|churchyard|chapel|graveyard|cemetery'],
  ['road', 'road|lane|crossroad|highway|track|path|hedge'],
  ['field', 'field|meadow|farm|plain|prairie|pasture|tractor|moor|heath'],
  ['forest', 'forest|wood|woods|jungle|trees|grove|clearing'],
  ['mountain', 'mountain|hill|peak|summit|ridge|glacier|canyon|gorge'],
  ['desert', 'desert|dune|wasteland|savanna|savannah'],
  ['garden', 'garden|yard|backyard|courtyard|orchard|terrace|porch|hen house|henhouse|park'],
  ['rooftop', 'rooftop|roof|skyline|balcony'],
  ['space', 'space|planet|moon base|orbit|galaxy|asteroid|starship hull'],
];
const interiorWords: Lexicon<InteriorPlace> = [
  ['lamp-room', 'lamp room|lantern room|lens room|light room|gallery room'],
  ['stairwell', 'stairwell|staircase|stairs|stair|spiral|steps inside'],
  [
    'radio-room',
    'radio room|radio hut|radio shack|wireless room|control room|signal room|studio|workshop|laboratory|lab|garage|hut',
  ],
  ['kitchen', 'kitchen|pantry|scullery|galley'],
  [
    'living-room',
    'living room|sitting room|lounge|parlour|parlor|den|drawing room|apartment|flat|library|study',
  ],
  ['bedroom', 'bedroom|bed|hospital|ward|hotel room|motel|nursery|dormitory'],
  ['church', 'church|chapel|cathedral|nave|gallery|temple|monastery|abbey|belfry'],
  ['office', 'office|classroom|school|newsroom|bank|courtroom|police station|interrogation room|bullpen'],
  ['corridor', 'corridor|hallway|passage|tunnel|hall way|lobby|elevator|lift'],
  ['vehicle', 'car|taxi|cab|truck|van|bus|train|carriage|cockpit'],
  ['cabin', 'cabin|ship|boat|wheelhouse|bridge|submarine|spaceship|starship|airlock|ferry'],
  ['tavern', 'bar|pub|tavern|inn|cafe|café|diner|restaurant|shop|store|saloon|club'],
  ['cellar', 'cellar|basement|dungeon|cave|crypt|attic|vault|prison|cell|barn|stable|shed|warehouse'],
  ['hall', 'hall|theatre|theater|museum|palace|castle|ballroom|gym|arena|stage|auditorium'],
];

/** Most particular words win: the heading's last part, then the whole heading, then what the shot says. */
export function readPlace(
  setting: Setting,
  place: string | null,
  subject: string | null,
  description: string,
  establishing: boolean,
): { place: PlaceKind; inside: boolean } {
  const heading = place ?? '';
  const lastPart = heading.split(/\s[-–—]\s|[,;:]/).pop() ?? '';
  const outFirst = establishing ? [description, lastPart] : [lastPart, heading];
  const texts = [lastPart, heading, subject ?? '', description];
  const inside = (): InteriorPlace | null =>
    texts.map((text) => findMeanings(text, interiorWords)[0]).find((found) => found !== undefined) ?? null;
  const outside = (): ExteriorPlace | null =>
    [...(heading === '' ? [] : [lastPart, heading]), ...outFirst, subject ?? '', description]
      .map((text) => findMeanings(text, exteriorWords)[0])
      .find((found) => found !== undefined) ?? null;
  if (setting === 'interior') return { place: inside() ?? 'room', inside: true };
  if (setting === 'exterior') return { place: outside() ?? 'open-ground', inside: false };
  const inHeading = findMeanings(heading, interiorWords)[0];
  const outHeading = findMeanings(heading, exteriorWords)[0];
  if (inHeading !== undefined && outHeading === undefined) return { place: inHeading, inside: true };
  if (outHeading !== undefined) return { place: outHeading, inside: false };
  const outSaid = findMeanings(description, exteriorWords);
  const inSaid = findMeanings(description, interiorWords);
  if (outSaid.length >= inSaid.length && outSaid[0] !== undefined)
    return { place: outSaid[0], inside: false };
  if (inSaid[0] !== undefined) return { place: inSaid[0], inside: true };
  return { place: setting === 'both' ? 'room' : 'open-ground', inside: setting === 'both' };
}
