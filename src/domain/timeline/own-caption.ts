import type { Item } from './records.ts';

/** The words of a title shot over the clip of that shot. */
export function isOwnTitle(item: Item, clip: Item): boolean {
  return item.kind === 'title' && clip.kind === 'clip' && item.shotId !== null && item.shotId === clip.shotId;
}

/** A caption of the words that are spoken in the clip it is anchored to: both are linked to the same shot. */
export function isOwnCaption(item: Item, clip: Item): boolean {
  return (
    item.kind === 'caption' && clip.kind === 'clip' && item.shotId !== null && item.shotId === clip.shotId
  );
}

/** The line of a shot over the clip of that shot. */
export function isOwnSpeech(item: Item, clip: Item): boolean {
  return (
    item.kind === 'clip' &&
    item.soundOf?.what === 'speech' &&
    clip.kind === 'clip' &&
    clip.shotId === item.soundOf.shotId
  );
}
