import { lazy } from 'react';

/** Sync comes a moment after the first look: most of what it says is that nothing is to be done. */
export const SyncButton = lazy(async () => ({
  default: (await import('../features/sync/sync-button.tsx')).SyncButton,
}));
export const ElsewhereProjects = lazy(async () => ({
  default: (await import('../features/sync/elsewhere-projects.tsx')).ElsewhereProjects,
}));
