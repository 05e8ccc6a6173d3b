import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { ProjectView } from './project-view.ts';

/** Where a person was in a film: what is worth coming back to. */
export type Place = Pick<ProjectView, 'playheadFlicks' | 'inFlicks' | 'outFlicks'>;

/** The name under which the places of the films that were open last are kept. */
export const placesPreferenceName = 'project.places';
const mostPlaces = 60;

type Places = Readonly<Record<string, JsonValue>>;

/** Where a person was in a project; null where that is not known. */
export function readPlace(places: unknown, projectId: string): Place | null {
  const place = isRecord(places) ? places[projectId] : undefined;
  if (!isRecord(place)) return null;
  const flicks = (value: unknown): number | null =>
    Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
  const playheadFlicks = flicks(place['playhead']);
  if (playheadFlicks === null) return null;
  const [inFlicks, outFlicks] = [flicks(place['in']), flicks(place['out'])];
  const crossed = inFlicks !== null && outFlicks !== null && outFlicks <= inFlicks;
  return { playheadFlicks, inFlicks: crossed ? null : inFlicks, outFlicks: crossed ? null : outFlicks };
}

/** The places with one more; the projects that were left longest ago are forgotten. */
export function withPlace(places: unknown, projectId: string, place: Place): Places {
  const { [projectId]: _before, ...others } = isRecord(places) ? (places as Places) : {};
  const kept = Object.entries(others).slice(-(mostPlaces - 1));
  const { playheadFlicks, inFlicks, outFlicks } = place;
  return Object.fromEntries([
    ...kept,
    [projectId, { playhead: playheadFlicks, in: inFlicks, out: outFlicks }],
  ]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
