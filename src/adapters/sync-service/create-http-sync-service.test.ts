import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { describeSyncService } from '../../core/ports/sync-service.conformance.ts';
import type { SyncService, TokenSource } from '../../core/ports/sync-service.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { LiveEvent } from '../../domain/sync/sync-messages.ts';
import { createModelService } from '../../testing/sync/create-model-service.ts';
import { type ServedService, sayFault, serveModelService } from '../../testing/sync/serve-model-service.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createHttpSyncService } from './create-http-sync-service.ts';
import { parseServiceAddress } from './parse-service-address.ts';

const clock = createSystemClock();
const signal = new AbortController().signal;
const timeouts = { connectMs: 2_000, answerMs: 300, silenceMs: 300 };

describeSyncService('the sync service over HTTP', async () => {
  const served = await serveModelService(createModelService(clock).line());
  const service = createHttpSyncService({ origin: served.origin, token: async () => ok('token'), clock });
  return { service, nowMs: clock.nowMs, cleanup: served.close };
});

describe('what comes in place of an answer', () => {
  let served: ServedService | null = null;
  afterEach(() => served?.close());

  const serving = async (
    intercept: (response: ServerResponse, asked: number) => boolean,
    token: TokenSource = async () => ok('token'),
  ): Promise<SyncService> => {
    served = await serveModelService(createModelService(clock).line());
    let asked = 0;
    served.intercept = (_request, response) => {
      asked += 1;
      return intercept(response, asked);
    };
    return createHttpSyncService({ origin: served.origin, token, clock, timeouts });
  };
  const faultOf = async (service: SyncService) => {
    const list = await service.projects(signal);
    return list.ok ? null : list.fault;
  };

  test('the page of a network that wants a sign-in is not the service', async () => {
    for (const status of [200, 302, 401, 403, 404, 511]) {
      const service = await serving((response) => {
        response.writeHead(status, { 'content-type': 'text/html', location: 'http://127.0.0.1:9/' });
        response.end('<html>Welcome to Hotel Wi-Fi</html>');
        return true;
      });
      expect(await faultOf(service), String(status)).toMatchObject({ code: 'sync.broken' });
      await served?.close();
    }
  });

  test('an answer that is cut off, or never comes, leaves everything to the next try', async () => {
    const cut = await serving((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"projects":[');
      setImmediate(() => response.destroy());
      return true;
    });
    expect(await faultOf(cut)).toMatchObject({ code: 'sync.unreachable' });
    await served?.close();
    const never = await serving(() => true);
    expect(await faultOf(never)).toMatchObject({ code: 'sync.unreachable' });
  });

  test('a proxy without our words is a busy service; its pause is kept', async () => {
    const service = await serving((response) => {
      response.writeHead(503, { 'retry-after': '7' });
      response.end('upstream is gone');
      return true;
    });
    expect(await faultOf(service)).toMatchObject({ code: 'sync.busy', detail: { retryAfterMs: 7_000 } });
  });

  test('the faults of the service come with their code, sentence and pause', async () => {
    const said = { code: 'sync.database-asleep', message: 'It wakes up.' } as const;
    const service = await serving((response) => {
      sayFault(response, 503, said, 1_500);
      return true;
    });
    expect(await faultOf(service)).toMatchObject({
      ...said,
      detail: { retryAfterMs: 1_500, requestId: 'request-1' },
    });
  });

  test('an answer of another shape is not believed', async () => {
    const service = await serving((response) => {
      response.end(JSON.stringify({ projects: [{ id: 7 }] }));
      return true;
    });
    expect(await faultOf(service)).toMatchObject({ code: 'sync.broken' });
  });

  test('a token that is refused is renewed once, and never more', async () => {
    const refused = { code: 'sync.signed-out', message: 'The token has expired.' } as const;
    let made = 0;
    const token: TokenSource = async (renew) => {
      if (renew) made += 1;
      return ok(`token-${made}`);
    };
    const once = await serving((response, asked) => {
      if (asked === 1) sayFault(response, 401, refused);
      return asked === 1;
    }, token);
    expect(await faultOf(once)).toBeNull();
    expect(served?.asked.map((line) => line.split(' ').at(-1))).toEqual(['token-0', 'token-1']);
    await served?.close();
    const always = await serving((response) => {
      sayFault(response, 401, refused);
      return true;
    }, token);
    expect(await faultOf(always)).toMatchObject({ code: 'sync.signed-out' });
    expect(served?.asked).toHaveLength(2);
  });

  test('without anybody signed in nothing is asked', async () => {
    const service = await serving(
      () => false,
      async () => ok(null),
    );
    expect(await faultOf(service)).toMatchObject({ code: 'sync.signed-out' });
    expect(served?.asked).toEqual([]);
  });

  test('a stream that falls silent, or breaks within an event, ends with a fault', async () => {
    const events: number[] = [];
    for (const breaks of [false, true]) {
      const service = await serving((response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('\uFEFF: here\n\nid: 4\r\nevent: project\r\ndata: {"projectId":"film-1",\r');
        response.write('\ndata: "head":12}\r\n\r\nevent: other\ndata: {}\n\nevent: project\ndata: {"pro');
        if (breaks) setImmediate(() => response.destroy());
        return true;
      });
      const hear = (event: LiveEvent, id: string) => 'head' in event && events.push(event.head, Number(id));
      const live = await service.live(null, hear, signal);
      expect(live).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
      await served?.close();
    }
    expect(events).toEqual([12, 4, 12, 4]);
  });
});

test('the address of a service is https, or on this computer', () => {
  const read = (text: string) => parseServiceAddress('REELWRIGHT_CLOUD_URL', text).ok;
  expect(['https://sync.example.org', ' https://10.0.0.4:8443 ', 'http://127.0.0.1:4000'].map(read)).toEqual([
    true,
    true,
    true,
  ]);
  const refused = ['http://sync.example.org', 'https://a:b@x.org', 'https://x.org/api', 'x', 'file:///etc'];
  expect(refused.map(read)).toEqual(refused.map(() => false));
});
