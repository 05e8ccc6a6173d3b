import { ok } from '../../domain/kernel/result.ts';
import { liveTimes, openLiveStream } from '../live/live-stream.ts';
import type { Route } from '../route.ts';

/** docs/sync.md, "Live". */
export const liveRoute: Route = {
  method: 'GET',
  path: '/api/live',
  async answer({ caller: { claims }, header, parts }) {
    const { database, heads, streams } = parts;
    const seen = await database.projects(claims);
    if (!seen.ok) return seen;
    const stream = openLiveStream({
      heads,
      claims,
      projects: () => database.projects(claims),
      lastEventId: header('last-event-id') ?? null,
      times: liveTimes,
      onEnd: () => void streams.delete(stream),
    });
    streams.add(stream);
    return ok(
      new Response(stream.body, {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store, no-transform',
          // Proxies that gather answers would hold events back.
          'x-accel-buffering': 'no',
        },
      }),
    );
  },
};
