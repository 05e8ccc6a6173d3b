import { capitaliseFirst } from '../../scenes/language/words.ts';
import type { TimeOfDay } from '../../scenes/scene.ts';

const lights: Readonly<Record<TimeOfDay, string | null>> = {
  day: 'by day',
  night: 'at night',
  dawn: 'at dawn',
  dusk: 'at dusk',
  morning: 'in the morning',
  afternoon: 'in the afternoon',
  evening: 'in the evening',
  unknown: null,
};

/** "at night"; null when nothing says when. */
export function lightPhrase(timeOfDay: TimeOfDay): string | null {
  return lights[timeOfDay];
}

/** "LIGHTHOUSE - LAMP ROOM" → "lighthouse, lamp room"; mixed case is kept. */
export function placePhrase(place: string): string {
  const parts = place.split(/\s+-\s+|\s*\/\s*/).filter((part) => part !== '');
  return parts.map((part) => (/\p{Ll}/u.test(part) ? part : part.toLowerCase())).join(', ');
}

/** A place that nothing else describes: "Northern coast at night." */
export function describePlace(place: string | null, timeOfDay: TimeOfDay, heading: string): string {
  const where = place === null ? heading : placePhrase(place);
  const light = lightPhrase(timeOfDay);
  return `${capitaliseFirst(where.slice(0, 200))}${light === null || place === null ? '' : ` ${light}`}.`;
}
