import type { Route } from '../route.ts';
import { accountRoutes } from './account-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { conversionRoutes } from './conversion-routes.ts';
import { cutRoutes } from './cut-routes.ts';
import { dataRightsRoutes } from './data-rights-routes.ts';
import { liveRoute } from './live-route.ts';
import { mediaRoutes } from './media-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { shareRoutes } from './share-routes.ts';

/** The whole API. Whoever is not signed in gets none of it. */
export const routes: readonly Route[] = [
  ...projectRoutes,
  ...mediaRoutes,
  ...conversionRoutes,
  ...accountRoutes,
  ...shareRoutes,
  ...cutRoutes,
  ...commentRoutes,
  ...dataRightsRoutes,
  liveRoute,
];
