import { lazy } from 'react';

const load = {
  palette: async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }),
  projectPalette: async () => ({ default: (await import('./project-palette.tsx')).ProjectPalette }),
  shortcuts: async () => ({ default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet }),
};

export const CommandPalette = lazy(load.palette);
export const ProjectPalette = lazy(load.projectPalette);
export const ShortcutsSheet = lazy(load.shortcuts);

/** Loads what floats over every page once the window has drawn: nobody needs it for the first paint, and it must answer at once. */
export function preloadFloats(): () => void {
  const timer = setTimeout(() => {
    // What fails here fails again where it is opened, and is said there.
    for (const each of Object.values(load)) each().catch(() => undefined);
  }, 500);
  return () => clearTimeout(timer);
}
