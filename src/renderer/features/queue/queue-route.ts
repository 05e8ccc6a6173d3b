import type { Route } from '../../state/route.ts';

export type QueueRoute = Extract<Route, { at: 'queue' }>;
