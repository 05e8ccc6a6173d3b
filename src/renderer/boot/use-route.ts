import { useCallback, useEffect, useState } from 'react';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { hashOf, type ProjectPage, type Route, routeOf } from '../state/route.ts';

export interface OpenRoute {
  readonly route: Route;
  /** The project that is open: the one of the route, or the one that the settings were opened over. */
  readonly project: { readonly projectId: ProjectId; readonly page: ProjectPage } | null;
  readonly navigate: (route: Route) => void;
}

/** What the address says, and the project that stays open behind the settings. */
export function useRoute(): OpenRoute {
  const [{ route, project }, setOpen] = useState(() => openAt(routeOf(location.hash), null));
  useEffect(() => {
    const onChange = (): void => setOpen((before) => openAt(routeOf(location.hash), before.project));
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  const navigate = useCallback((next: Route): void => {
    location.hash = hashOf(next);
  }, []);
  return { route, project, navigate };
}

function openAt(route: Route, before: OpenRoute['project']): Omit<OpenRoute, 'navigate'> {
  if (route.at === 'project') return { route, project: { projectId: route.projectId, page: route.page } };
  return { route, project: route.at === 'settings' || route.at === 'queue' ? before : null };
}
