import { lazy } from 'react';

/** Pages that are loaded when they are first shown; the library, which most starts show, is not among them. */
export const WritePage = lazy(async () => ({
  default: (await import('../features/text/write-page.tsx')).WritePage,
}));
export const BoardPage = lazy(async () => ({
  default: (await import('../features/shots/board-page.tsx')).BoardPage,
}));
export const CutPage = lazy(async () => ({
  default: (await import('../features/timeline/cut-page.tsx')).CutPage,
}));
export const DeliverPage = lazy(async () => ({
  default: (await import('../features/export/deliver-page.tsx')).DeliverPage,
}));
export const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}));
export const PartsPage = lazy(async () => ({
  default: (await import('../features/parts-page/parts-page.tsx')).PartsPage,
}));
