import { type ComponentType, lazy } from 'react';
import type { ProjectPage } from '../state/route.ts';

type Load = () => Promise<{ default: ComponentType }>;

/** Pages that are loaded when they are first shown; the library, which most starts show, is not among them. */
const load = {
  write: async () => ({ default: (await import('../features/text/write-page.tsx')).WritePage }),
  board: async () => ({ default: (await import('../features/shots/board-page.tsx')).BoardPage }),
  cut: async () => ({ default: (await import('../features/timeline/cut-page.tsx')).CutPage }),
  deliver: async () => ({ default: (await import('../features/export/deliver-page.tsx')).DeliverPage }),
} as const satisfies Record<ProjectPage, Load>;

export const projectPageViews: Readonly<Record<ProjectPage, ComponentType>> = {
  write: lazy(load.write),
  board: lazy(load.board),
  cut: lazy(load.cut),
  deliver: lazy(load.deliver),
};

/** Begins to load a page's program while its rows are still on the way. */
export function preloadPage(page: ProjectPage): void {
  // What fails here fails again where the page is shown, and is said there.
  load[page]().catch(() => undefined);
}

export const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}));
export const QueuePage = lazy(async () => ({
  default: (await import('../features/queue/queue-page.tsx')).QueuePage,
}));
export const PartsPage = lazy(async () => ({
  default: (await import('../features/parts-page/parts-page.tsx')).PartsPage,
}));
