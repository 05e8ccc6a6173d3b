import type { SearchHit } from '../../contract/projects/search-hit.ts';
import type { Route } from './route.ts';

/** Where words that were found stand: shots on the Board, everything else in the text, selected. */
export function routeOfHit({ projectId, entity, id }: SearchHit): Route {
  const page = entity === 'shot' ? 'board' : 'write';
  return { at: 'project', projectId, page, ...(entity === 'project' ? {} : { select: { entity, id } }) };
}
