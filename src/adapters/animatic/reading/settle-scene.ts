import type { ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { findMeanings, type Lexicon } from './match-words.ts';
import type { ExteriorPlace, PlaceKind } from './places.ts';
import type { ThingKind } from './things.ts';

/** Words that can only be looked at from outside, whatever room the scene is in; the more particular first. */
const outsideWords: Lexicon<ExteriorPlace> = [
  ['harbour', 'sky over the harbour|breakwater|boats out|quay'],
  ['sea', 'out at sea|horizon|stands on the water|stood on the water|out of the white|outer buoy'],
  ['coast', 'cliff|shore'],
  ['mountain', 'mountains'],
  ['open-ground', 'the sky|clouds|far away'],
];

/** Where a thing is at home when a shot does not say where it is. */
const homes: Partial<Record<ThingKind, { place: PlaceKind; inside: boolean }>> = {
  lens: { place: 'lamp-room', inside: true },
  clockwork: { place: 'lamp-room', inside: true },
  shutters: { place: 'room', inside: true },
  window: { place: 'room', inside: true },
  door: { place: 'room', inside: true },
  bed: { place: 'bedroom', inside: true },
  radio: { place: 'radio-room', inside: true },
  microphone: { place: 'radio-room', inside: true },
  kettle: { place: 'kitchen', inside: true },
  plates: { place: 'kitchen', inside: true },
  screen: { place: 'office', inside: true },
  lighthouse: { place: 'coast', inside: false },
  gulls: { place: 'coast', inside: false },
  ship: { place: 'sea', inside: false },
  buoy: { place: 'sea', inside: false },
  ferry: { place: 'river', inside: false },
  'rowing-boat': { place: 'river', inside: false },
  tractor: { place: 'field', inside: false },
  hen: { place: 'garden', inside: false },
  horse: { place: 'field', inside: false },
  car: { place: 'road', inside: false },
  church: { place: 'village', inside: false },
  'bell-rope': { place: 'church', inside: true },
};

/** Corrects a place that was only guessed, and looks out of the window when a shot speaks of what is there. */
export function settleScene(
  brief: ShotBrief,
  read: { place: PlaceKind; inside: boolean },
  things: readonly ThingKind[],
): { place: PlaceKind; inside: boolean } {
  if (read.inside && brief.characters.length === 0 && brief.kind !== 'dialogue' && brief.kind !== 'title') {
    const through = /\b(window|comes through|into the room)\b/i.test(brief.description);
    const seen = through ? null : lookedAt(`${brief.subject ?? ''}. ${brief.description}`);
    if (seen !== null) return { place: seen, inside: false };
  }
  const guessed = brief.place === null && (read.place === 'open-ground' || read.place === 'room');
  if (!guessed) return read;
  return things.map((kind) => homes[kind]).find((home) => home !== undefined) ?? read;
}

function lookedAt(text: string): ExteriorPlace | null {
  const found = findMeanings(text, outsideWords, 'overlapping');
  return outsideWords.find(([place]) => found.includes(place))?.[0] ?? null;
}
