import type { Place } from './place.ts';

/** The place that a shot or scene names, compared without case; null for one that nobody described. */
export function findPlace<P extends Pick<Place, 'name'>>(places: readonly P[], name: string): P | null {
  const key = name.toLowerCase();
  return places.find((place) => place.name.toLowerCase() === key) ?? null;
}
